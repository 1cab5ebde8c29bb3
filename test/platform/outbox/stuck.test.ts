import type { AuditRecord } from '../../../src/platform/audit/audit.js';
import { letterFigures } from '../../../src/platform/metrics/queues.js';
import type { Transaction } from '../../../src/platform/office.js';
import { cleanLetters } from '../../../src/platform/outbox/cleaning.js';
import { discard, listStuck, replay } from '../../../src/platform/outbox/stuck.js';
import { openPostRoom } from './post-room.js';

let room: Awaited<ReturnType<typeof openPostRoom>>;
const audited: AuditRecord[] = [];
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(async () => {
  audited.splice(0);
  await room.clear();
});
afterAll(() => room.close());

const act = <T>(work: (tx: Pick<Transaction, 'db' | 'audit' | 'now'>) => Promise<T>) =>
  room.prisma.$transaction((db) =>
    work({ db, now: room.clock.now(), audit: { record: async (entry) => void audited.push(entry) } }),
  );

async function strand(): Promise<string[]> {
  room.slack.failNext({ outcome: 'dead', error: 'is_archived' });
  await room.write((outbox) => outbox.post({ to: 'C1', text: 'refused', once: 'refused', about: 'it.help-desk/1' }));
  await room.hire().idle();
  return (await listStuck(room.prisma)).map(({ id }) => id);
}

describe('letters that wait for a person', () => {
  it('are listed, without what they say', async () => {
    const [id] = await strand();
    const letter = { once: 'refused', kind: 'post', to: 'C1', about: 'it.help-desk/1', state: 'dead' };
    expect(await listStuck(room.prisma)).toEqual([{ id, ...letter, error: 'is_archived' }]);
  });

  it('can be said again, which is audited', async () => {
    const [id = ''] = await strand();
    expect(await act((tx) => replay(tx, id, 'U9'))).toBe(true);
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['refused']);
    const detail = { kind: 'post', about: 'it.help-desk/1', error: 'is_archived' };
    expect(audited).toEqual([
      { actor: 'U9', action: 'platform.outbox.replay', object: `platform.letter/${id}`, detail },
    ]);
    expect(await act((tx) => replay(tx, id, 'U9'))).toBe(false);
    expect(audited).toHaveLength(1);
  });

  it('wait from when they are to be said again, not from when they were written', async () => {
    const [id = ''] = await strand();
    room.clock.set('2026-11-23T11:00:00Z');
    await act((tx) => replay(tx, id, 'U9'));
    expect(await letterFigures(room.prisma, room.clock.now())).toMatchObject({ due: 1, oldestSeconds: 0 });
    room.clock.set('2026-11-23T11:01:00Z');
    expect(await letterFigures(room.prisma, room.clock.now())).toMatchObject({ due: 1, oldestSeconds: 60 });
  });

  it('can be given up, which is audited', async () => {
    const [id = ''] = await strand();
    expect(await act((tx) => discard(tx, id, 'U9'))).toBe(true);
    expect(await act((tx) => discard(tx, id, 'U9'))).toBe(false);
    expect(audited.map(({ action }) => action)).toEqual(['platform.outbox.discard']);
    await room.hire().idle();
    expect(room.slack.messages).toEqual([]);
    expect(await listStuck(room.prisma)).toEqual([]);
  });
});

describe('cleaning', () => {
  const clean = async () => {
    const now = room.clock.now();
    await room.prisma.$transaction((db) => cleanLetters.run({ db, now } as Transaction, { now, dueAt: now }));
  };

  it('forgets after 30 days what a letter said, and after 400 that there was one', async () => {
    await room.write((outbox) => outbox.post({ to: 'C1', text: 'private', once: 'said' }));
    await room.write((outbox) =>
      outbox.post({ to: 'C1', text: 'ahead', once: 'ahead', notBefore: room.clock.now().add({ hours: 24 * 500 }) }),
    );
    await room.hire().idle();
    const look = () => room.prisma.letter.findUnique({ where: { once: 'said' } });

    room.clock.set('2026-12-22T09:00:00Z');
    await clean();
    expect((await look())?.payload).toEqual({ text: 'private' });
    room.clock.set('2026-12-24T09:00:00Z');
    await clean();
    expect((await look())?.payload).toEqual({});
    expect(await room.write((outbox) => outbox.where('said'))).toMatchObject({ channel: 'C1' });
    room.clock.set('2028-01-01T09:00:00Z');
    await clean();
    expect(await look()).toBeNull();
    expect(await room.state('ahead')).toBe('pending');
  });
});
