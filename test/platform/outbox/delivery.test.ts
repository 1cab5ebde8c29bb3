import { setTimeout as pause } from 'node:timers/promises';
import type { StuckLetter } from '../../../src/platform/outbox/stuck.js';
import { openPostRoom } from './post-room.js';

let room: Awaited<ReturnType<typeof openPostRoom>>;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

const post = (once: string, to = 'C1', rest: object = {}) =>
  room.write((outbox) => outbox.post({ to, text: once, once, ...rest }));
const letter = (once: string) => room.prisma.letter.findUniqueOrThrow({ where: { once } });

describe('a letter', () => {
  it('is said once, however often it is told', async () => {
    await room.write(async (outbox) => {
      await outbox.post({ to: 'U1', text: 'Your ticket is 42.', once: 'raised/42', about: 'it.help-desk/42' });
      await outbox.post({ to: 'U1', text: 'Your ticket is 42, again.', once: 'raised/42' });
    });
    await post('raised/42', 'U1');
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['Your ticket is 42.']);
    const place = await room.write((outbox) => outbox.where('raised/42'));
    expect(place).toEqual({ once: 'raised/42', about: 'it.help-desk/42', channel: 'D1', ts: expect.any(String) });
    expect(await room.write((outbox) => outbox.find('D1', place?.ts ?? ''))).toEqual(place);
  });

  it('is not said when its transaction fails, and leaves a transaction usable that tells it a second time', async () => {
    await expect(
      room.write(async (outbox) => {
        await outbox.post({ to: 'C1', text: 'never', once: 'never' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await post('twice');
    await room.write(async (outbox, tx) => {
      await outbox.post({ to: 'C1', text: 'twice', once: 'twice' });
      expect(await tx.letter.count()).toBe(1);
    });
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['twice']);
  });

  it('carries any text that people can paste', async () => {
    const text = `nul\0 half \uD83D emoji 👩‍💻 quote " \\u0000 ‮rtl`;
    await room.write((outbox) => outbox.post({ to: 'C1', text, once: 'odd' }));
    await room.hire().idle();
    expect(room.slack.texts()).toEqual([`nul half \uFFFD emoji 👩‍💻 quote " \\u0000 ‮rtl`]);
  });

  it('waits for its time, and meanwhile holds back nobody', async () => {
    await room.write(async (outbox) => {
      await outbox.post({ to: 'U1', text: 'tomorrow', once: 'later', notBefore: room.clock.now().add({ hours: 24 }) });
      await outbox.post({ to: 'U1', text: 'today', once: 'now' });
    });
    const worker = room.hire();
    await worker.idle();
    expect(room.slack.texts()).toEqual(['today']);
    room.clock.set('2026-11-24T09:00:00Z');
    await worker.idle();
    expect(room.slack.texts()).toEqual(['today', 'tomorrow']);
  });

  it('is said within a second of being written, also when nobody wakes the worker', async () => {
    const worker = room.hire({ pollMs: 200 });
    await worker.start();
    await post('unannounced');
    for (let waited = 0; waited < 1000 && room.slack.messages.length === 0; waited += 20) await pause(20);
    expect(room.slack.texts()).toEqual(['unannounced']);
    await worker.drain();
  });

  it('keeps the order of its lane, while other lanes go on', async () => {
    const lanes = ['C1', 'C2', 'C3', 'C4'];
    for (let count = 0; count < 40; count++) await post(`${lanes[count % 4]} ${count}`, lanes[count % 4]);
    room.slack.latency(5);
    const replicas = await Promise.all([room.replica(), room.replica(), room.replica()]);
    const workers = replicas.map((database) => room.hire({}, { database }));
    await Promise.all(workers.map((worker) => worker.idle()));
    for (const lane of lanes) {
      const numbers = room.slack.texts(lane).map((text) => Number(text.split(' ')[1]));
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
      expect(numbers).toHaveLength(10);
    }
    expect(room.slack.mostUnderWay()).toBeGreaterThan(1);
  });

  it('is never said twice by four workers at once', async () => {
    await room.write(async (outbox) => {
      for (let count = 0; count < 120; count++) {
        await outbox.post({ to: `C${count % 40}`, text: String(count), once: `letter ${count}` });
      }
    });
    const replicas = await Promise.all([1, 2, 3, 4].map(() => room.replica()));
    const workers = replicas.map((database) => room.hire({ parallel: 4 }, { database }));
    await Promise.all(workers.map((worker) => worker.start()));
    await Promise.all(workers.map((worker) => worker.idle()));
    await Promise.all(workers.map((worker) => worker.drain()));
    expect(new Set(room.slack.texts()).size).toBe(120);
    expect(room.slack.calls).toHaveLength(120);
    expect(await room.prisma.letter.count({ where: { state: 'sent' } })).toBe(120);
  });
});

describe('a letter that Slack does not take', () => {
  it('waits as long as Slack says, with its lane, and that costs no attempt', async () => {
    room.slack.failNext({ outcome: 'later', afterMs: 1500, scope: 'lane', error: 'ratelimited' });
    await post('first');
    await post('second');
    await post('elsewhere', 'C2');
    const started = Date.now();
    const worker = room.hire();
    await worker.idle();
    expect(room.slack.texts()).toEqual(['elsewhere']);
    await pause(1510);
    await worker.idle();
    expect(Date.now() - started).toBeGreaterThanOrEqual(1500);
    expect(room.slack.texts('C1')).toEqual(['first', 'second']);
    expect(await letter('first')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('is asked for by nobody before the time that Slack gave, however eagerly workers look for letters', async () => {
    const limited = new Set<string>();
    room.slack.fail(({ channel }) => {
      if (limited.has(channel)) return null;
      limited.add(channel);
      return { outcome: 'later', afterMs: 1000, scope: 'lane', error: 'ratelimited' };
    });
    const lanes = Array.from({ length: 60 }, (_, index) => `C${index}`);
    for (const lane of lanes) await post(`to ${lane}`, lane);
    const workers = [room.hire({ pollMs: 1 }), room.hire({ pollMs: 1 }, { database: await room.replica() })];
    for (const worker of workers) await worker.start();
    while (room.slack.messages.length < lanes.length) await pause(10);
    const waits = lanes.map((lane) => {
      const [first, second] = room.slack.calls.filter(({ channel }) => channel === lane);
      return (second?.at ?? 0) - (first?.at ?? 0);
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
  });

  it('makes all replicas wait when Slack limits the whole workspace', async () => {
    const other = room.hire({}, { database: await room.replica() });
    room.slack.failNext({ outcome: 'later', afterMs: 1500, scope: 'all', error: 'ratelimited' });
    await post('first');
    await room.hire().idle();
    await post('elsewhere', 'C2');
    await other.idle();
    expect(room.slack.messages).toEqual([]);
    await pause(1510);
    await other.idle();
    expect(room.slack.texts().sort()).toEqual(['elsewhere', 'first']);
  });

  it('is dead when Slack refuses it for good, somebody is told, and the lane goes on', async () => {
    const told: StuckLetter[] = [];
    room.slack.failNext({ outcome: 'dead', error: 'is_archived' });
    await post('refused', 'C1', { about: 'it.help-desk/7' });
    await post('next');
    await room.hire({}, { onDead: async (stuck) => void told.push(stuck) }).idle();
    const about = { about: 'it.help-desk/7', to: 'C1', kind: 'post', id: expect.any(String) };
    expect(told).toEqual([{ once: 'refused', state: 'dead', error: 'is_archived', ...about }]);
    expect(room.slack.texts()).toEqual(['next']);
  });

  it('is dead when what is stored of it cannot be read, and poisons nothing', async () => {
    await post('poison');
    await room.prisma.letter.update({ where: { once: 'poison' }, data: { payload: { text: 7 } } });
    await post('next');
    await room.hire().idle();
    expect(await room.state('poison')).toBe('dead');
    expect(room.slack.texts()).toEqual(['next']);
  });
});

describe('a letter of which no answer came', () => {
  it('is not said again when it stands in the history', async () => {
    room.slack.failNext('arrives, and the answer is lost');
    await post('lost answer', 'U1');
    const worker = room.hire();
    await settled(worker, 'lost answer');
    expect(room.slack.texts()).toEqual(['lost answer']);
    expect(room.slack.calls).toHaveLength(1);
    expect(await letter('lost answer')).toMatchObject({ state: 'sent', channel: 'D1', ts: room.slack.messages[0]?.ts });
  });

  it('is said again when the history shows that it is not there', async () => {
    room.slack.failNext({ outcome: 'uncertain', error: 'timeout' }, { outcome: 'uncertain', error: '503' });
    await post('third time lucky');
    await settled(room.hire(), 'third time lucky');
    expect(room.slack.texts()).toEqual(['third time lucky']);
    expect(room.slack.calls).toHaveLength(3);
  });

  it('is ambiguous when the history cannot be read, somebody is told, and it is not said again', async () => {
    const told: string[] = [];
    room.slack.history('unreadable');
    room.slack.failNext('arrives, and the answer is lost');
    await post('who knows');
    await settled(room.hire({}, { onAmbiguous: async ({ once }) => void told.push(once) }), 'who knows');
    expect(await room.state('who knows')).toBe('ambiguous');
    expect(told).toEqual(['who knows']);
    expect(room.slack.calls).toHaveLength(1);
  });

  it('is looked up later when Slack gives no answer even to that', async () => {
    room.slack.history('down');
    room.slack.failNext('arrives, and the answer is lost');
    await post('outage');
    const worker = room.hire({ backoff: { firstMs: 60, longestMs: 60 } });
    await worker.idle();
    await pause(70);
    await worker.idle();
    expect(await letter('outage')).toMatchObject({ state: 'pending', mayHaveArrived: true });
    room.slack.history('readable');
    await settled(worker, 'outage');
    expect(room.slack.calls).toHaveLength(1);
    expect(await room.state('outage')).toBe('sent');
  });

  it('is given up after so many attempts that did not arrive', async () => {
    room.slack.fail(() => ({ outcome: 'uncertain', error: '500' }));
    await post('hopeless');
    await settled(room.hire({ attempts: 3 }), 'hopeless');
    expect(await letter('hopeless')).toMatchObject({ state: 'dead', lastError: 'no attempt arrived' });
    expect(room.slack.calls).toHaveLength(3);
  });

  it('is taken for unanswered when a call never ends', async () => {
    room.slack.failNext('never answers');
    await post('hang');
    await settled(room.hire({ leaseMs: 60 }), 'hang');
    expect(room.slack.texts()).toEqual(['hang']);
  });
});

describe('a worker that is killed', () => {
  it('between commit and sending loses nothing', async () => {
    await post('committed');
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['committed']);
  });

  it('between sending and noting it down says nothing twice', async () => {
    await killedWhileSending('sent and killed', { arrived: true });
    await settled(room.hire(), 'sent and killed');
    expect(room.slack.texts()).toEqual(['sent and killed']);
    expect(await room.state('sent and killed')).toBe('sent');
  });

  it('between claiming and sending loses nothing either', async () => {
    await killedWhileSending('claimed and killed', { arrived: false });
    await settled(room.hire(), 'claimed and killed');
    expect(room.slack.texts()).toEqual(['claimed and killed']);
  });

  it('and comes back late is not heard', async () => {
    room.slack.latency(120);
    await post('contested');
    const slow = room.hire();
    slow.wake();
    while (room.slack.calls.length === 0) await pause(5);
    await room.prisma.letter.updateMany({ data: { leaseUntil: new Date(0) } });
    await room.prisma.letter.updateMany({ data: { state: 'sent', fence: { increment: 1 }, channel: 'C1', ts: '9.9' } });
    await slow.drain();
    expect(await letter('contested')).toMatchObject({ state: 'sent', ts: '9.9' });
  });

  it('keeps its letters until its lease ends', async () => {
    await post('held');
    await post('behind');
    await room.prisma.letter.update({
      where: { once: 'held' },
      data: { state: 'sending', fence: 1, leaseUntil: new Date(Date.now() + 60_000) },
    });
    await room.hire().idle();
    expect(room.slack.messages).toEqual([]);
  });

  it('politely finishes what is under way and takes nothing new', async () => {
    room.slack.latency(60);
    for (const once of ['one', 'two', 'three']) await post(once);
    const worker = room.hire();
    worker.wake();
    while (room.slack.calls.length === 0) await pause(5);
    await worker.drain();
    await post('too late', 'C9');
    worker.wake();
    await pause(50);
    expect(room.slack.texts()).toEqual(['one']);
    expect([await room.state('one'), await room.state('two')]).toEqual(['sent', 'pending']);
  });
});

describe('the rate', () => {
  it('of a lane is a short burst and then one at a time, for all workers together', async () => {
    for (let count = 0; count < 6; count++) await post(`note ${count}`);
    const limits = { lane: { perSecond: 2, burst: 3 } };
    const replicas = await Promise.all([room.replica(), room.replica()]);
    const workers = replicas.map((database) => room.hire(limits, { database }));
    await Promise.all(workers.map((worker) => worker.idle()));
    const [first = 0, ...later] = room.slack.calls.map(({ at }) => at);
    const after = later.map((at) => at - first);
    expect(after).toHaveLength(5);
    // The third refill can't be there earlier than 1,500 ms after the bucket was full. The stand-in's clock starts with the
    // first call that reaches it, which on a busy machine is some time later.
    expect(after[4]).toBeGreaterThanOrEqual(1000);
    expect(after[3]).toBeGreaterThanOrEqual(500);
  });

  it('of the workspace holds over all lanes', async () => {
    for (let count = 0; count < 8; count++) await post(`note ${count}`, `C${count}`);
    // No bucket is older than this. The first calls may reach the stand-in some time after they were paid for.
    const started = Date.now();
    await room.hire({ workspace: { perSecond: 20, burst: 4 } }).idle();
    const times = room.slack.calls.map(({ at }) => at);
    expect(times).toHaveLength(8);
    expect((times[7] ?? 0) - started).toBeGreaterThanOrEqual(190);
  });
});

async function settled(worker: { idle(): Promise<void> }, once: string): Promise<void> {
  for (let round = 0; round < 100; round++) {
    await worker.idle();
    const { state } = await letter(once);
    if (state !== 'pending' && state !== 'sending') return;
    await pause(5);
  }
}

/** As a process leaves it that dies while it says a letter, seen after its lease has ended. */
async function killedWhileSending(once: string, { arrived }: { arrived: boolean }): Promise<void> {
  room.slack.failNext('never answers');
  await post(once, 'C1');
  const doomed = room.hire({ leaseMs: 2_000 });
  doomed.wake();
  while (room.slack.calls.length === 0) await pause(5);
  const [call] = room.slack.calls.splice(0);
  if (arrived && call) await room.slack.carrier.deliver(call);
  await room.prisma.letter.updateMany({ data: { leaseUntil: new Date(Date.now() - 1) } });
}
