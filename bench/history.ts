// How long people wait for a list, a search or their App Home when the office has worked for a month, and for years.
import { desks } from '../src/departments/index.js';
import { createOffice } from '../src/platform/create-office.js';
import { openDatabase } from '../src/platform/database/database.js';
import { outboxIn } from '../src/platform/outbox/write.js';
import { Temporal } from '../src/platform/time.js';
import { freshDatabase } from './fresh-database.js';
import { type HistoryLook, historyLooks } from './history-looks.js';
import { fillHistory, HISTORY, personNamed } from './history-rows.js';
import { benchKeys } from './payroll-office.js';

const SIZES = (process.env.SIZES ?? '10000,1000000').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 200);
const WARM_UP = 100;

const now = Temporal.Instant.from(HISTORY.now);
const p95 = new Map<string, number[]>();
for (const size of SIZES) {
  const { url, drop } = await freshDatabase('history');
  const database = await openDatabase({ kind: 'postgres', url });
  const since = performance.now();
  await fillHistory(database.prisma, size);
  // The server writes what was filled in before anything is measured, where this user may ask for that.
  await database.prisma.$executeRaw`CHECKPOINT`.catch(() => undefined);
  console.error(`${size.toLocaleString('en')} filled in ${Math.round((performance.now() - since) / 1000)} s`);
  const office = createOffice({
    ...{ database, outbox: outboxIn, keys: benchKeys, afterCommit: () => undefined },
    clock: { now: () => now, onMove: () => () => undefined },
    workspace: {
      ...{ permalink: async () => null, thread: async () => [], channel: async () => null, file: async () => null },
      ...{ discardFile: async () => false, presence: async () => new Map(), botUserId: () => 'UBOT' },
    },
  });
  const open = desks(office);
  const home = async (id: string): Promise<void> => {
    const person = await office.read(({ people }) => people.get(id));
    if (!person) throw new Error(`nobody is ${id}`);
    const visit = { person, language: person.language, now, key: 'home' };
    await Promise.all(open.map((desk) => desk.home?.blocks(visit)));
  };
  const looks: { name: string; run: (turn: number) => Promise<unknown> }[] = [
    ...historyLooks.map(({ name, look }: HistoryLook) => ({
      name,
      run: (turn: number) => office.read((at) => look(at, turn)),
    })),
    { name: 'App Home of somebody who asks', run: (turn) => home(personNamed(100 + turn)) },
    { name: 'App Home of a technician', run: (turn) => home(personNamed(turn % HISTORY.technicians)) },
  ];
  // An office that has just been started is slower, whatever it looks up.
  for (let turn = 0; turn < WARM_UP; turn++) for (const { run } of looks) await run(turn);
  // In turns, so that a moment at which the machine is busy falls on all alike.
  const times = new Map<string, number[]>(looks.map(({ name }) => [name, []]));
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const { name, run } of looks) {
      const started = performance.now();
      await run(turn);
      times.get(name)?.push(performance.now() - started);
    }
  }
  for (const [name, each] of times) {
    each.sort((one, other) => one - other);
    p95.set(name, [...(p95.get(name) ?? []), each[Math.floor(each.length * 0.95)] ?? 0]);
  }
  await database.close();
  await drop();
}
console.log(`| p95 of ${ROUNDS}, ms | ${SIZES.map((size) => size.toLocaleString('en')).join(' | ')} | × |`);
console.log(`|---|${'---:|'.repeat(SIZES.length + 1)}`);
for (const [name, times] of p95) {
  const growth = (times.at(-1) ?? 0) / (times[0] || 1);
  console.log(`| ${name} | ${times.map((ms) => ms.toFixed(2)).join(' | ')} | ${growth.toFixed(2)} |`);
}
