import { setTimeout as pause } from 'node:timers/promises';
import { outboxIn } from '../../../src/platform/outbox/write.js';
import { openPostRoom } from './post-room.js';

/** PGlite has one connection, over which transactions queue: there is nobody to meet. */
const onServer = process.env.TEST_DATABASE_URL ? it : it.skip;

let room: Awaited<ReturnType<typeof openPostRoom>>;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

const post = (once: string, rest: object = {}) =>
  room.write((outbox) => outbox.post({ to: 'C1', text: once, once, ...rest }));
const change = (once: string, text: string) => room.write((outbox) => outbox.change(once, { text }));
const withdraw = (once: string) => room.write((outbox) => outbox.withdraw(once));
const states = async () => (await room.prisma.letter.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);

/** Writes while the letter that this waits for is on its way. */
async function whileSending(meanwhile: () => Promise<void>): Promise<void> {
  room.slack.latency(80);
  const worker = room.hire();
  worker.wake();
  while (room.slack.calls.length === 0) await pause(5);
  await meanwhile();
  room.slack.latency(0);
  await worker.idle();
}

describe('an edit', () => {
  it('changes what stands in Slack', async () => {
    await post('card');
    await room.hire().idle();
    await change('card', 'Taken by the technician.');
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['Taken by the technician.']);
    expect(room.slack.calls.map(({ kind }) => kind)).toEqual(['post', 'change']);
    expect(room.slack.calls[1]?.mark).toBe(room.slack.calls[0]?.mark);
    const place = await room.write((outbox) => outbox.find('C1', room.slack.messages[0]?.ts ?? ''));
    expect(place?.once).toBe('card');
  });

  it('of a letter that was not said yet rewrites it, blocks and all', async () => {
    await post('card', { blocks: [{ type: 'divider' }] });
    await change('card', 'second thoughts');
    await room.hire().idle();
    expect(room.slack.calls).toHaveLength(1);
    expect(room.slack.calls[0]).toMatchObject({ text: 'second thoughts' });
    expect(room.slack.calls[0]?.blocks).toBeUndefined();
  });

  it('of several that wait, the last one is sent and no other', async () => {
    await post('card');
    await room.hire().idle();
    for (const text of ['one', 'two', 'three']) await change('card', text);
    await room.hire().idle();
    expect(room.slack.calls.map(({ text }) => text)).toEqual(['card', 'three']);
    expect(await states()).toEqual(['sent', 'dropped', 'dropped', 'sent']);
  });

  it('of several written at the same time, the last one is sent and no other', async () => {
    await post('card');
    await room.hire().idle();
    const row = { kind: 'change', lane: 'C1', target: 'card', createdAt: new Date() };
    await room.prisma.letter.createMany({
      data: ['one', 'two'].map((text) => ({ ...row, once: `card/change/${text}`, payload: { text } })),
    });
    await room.hire().idle();
    expect(room.slack.calls.map(({ text }) => text)).toEqual(['card', 'two']);
  });

  it('that comes while its letter is on its way follows it', async () => {
    await post('card');
    await whileSending(() => change('card', 'edited'));
    expect(room.slack.texts()).toEqual(['edited']);
  });

  it('that comes while nobody knows whether its letter arrived is not lost', async () => {
    room.slack.failNext('arrives, and the answer is lost');
    await post('card');
    const worker = room.hire({ lookUpAfterMs: 100 });
    await worker.idle();
    await change('card', 'edited');
    await pause(110);
    await worker.idle();
    expect(room.slack.texts()).toEqual(['edited']);
  });

  it('is repeated without asking when no answer came', async () => {
    await post('card');
    await room.hire().idle();
    room.slack.history('unreadable');
    room.slack.failNext('arrives, and the answer is lost', { outcome: 'uncertain', error: '503' });
    await change('card', 'edited');
    const worker = room.hire();
    while ((await states()).includes('pending')) await worker.idle();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(room.slack.texts()).toEqual(['edited']);
  });

  it('of a letter that never was, or was taken back, does nothing', async () => {
    await change('never', 'told');
    await post('card');
    await room.hire().idle();
    await withdraw('card');
    await room.hire().idle();
    await change('card', 'too late');
    await room.hire().idle();
    expect(room.slack.texts()).toEqual([]);
    expect(await states()).toEqual(['dropped', 'sent']);
  });

  it('of a dead letter is what a replay says', async () => {
    room.slack.failNext({ outcome: 'dead', error: 'is_archived' });
    await post('card');
    await room.hire().idle();
    await change('card', 'newest');
    await room.prisma.letter.updateMany({ data: { state: 'pending' } });
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['newest']);
  });

  onServer('does not wait for another transaction that edits the same letter', async () => {
    await post('card');
    await room.write(async (outbox) => {
      await outbox.change('card', { text: 'first' });
      const other = await room.replica();
      await other.prisma.$transaction(async (tx) => {
        await outboxIn(tx, room.clock.now()).change('card', { text: 'second' });
      });
    });
    await room.hire().idle();
    expect(room.slack.texts()).toEqual(['second']);
  });
});

describe('a letter that is taken back', () => {
  it('before it was said is never said', async () => {
    await post('mistake');
    await withdraw('mistake');
    await withdraw('mistake');
    await room.hire().idle();
    expect(room.slack.calls).toEqual([]);
    expect(await states()).toEqual(['dropped']);
  });

  it('after it was said is deleted, with the edits that still waited, and found no more', async () => {
    await post('mistake');
    await room.hire().idle();
    const { ts } = room.slack.messages[0] ?? { ts: '' };
    await change('mistake', 'edited');
    await withdraw('mistake');
    await withdraw('mistake');
    await room.hire().idle();
    expect(room.slack.calls.map(({ kind }) => kind)).toEqual(['post', 'withdraw']);
    expect(room.slack.messages).toEqual([]);
    expect(await room.write((outbox) => outbox.find('C1', ts))).toBeNull();
    expect(await room.write((outbox) => outbox.where('mistake'))).toBeNull();
  });

  it('while it is on its way is deleted as soon as it has arrived', async () => {
    await post('mistake');
    await whileSending(() => withdraw('mistake'));
    expect(room.slack.messages).toEqual([]);
  });

  it('though nobody knows whether it arrived is brought to a person', async () => {
    room.slack.history('unreadable');
    room.slack.failNext('arrives, and the answer is lost');
    await post('mistake');
    const told: string[] = [];
    const worker = room.hire({}, { onDead: async ({ kind, error }) => void told.push(`${kind}: ${error}`) });
    while ((await states()).includes('pending')) await worker.idle();
    await withdraw('mistake');
    room.clock.set('2026-11-23T09:30:00Z');
    await worker.idle();
    expect(told).toEqual([expect.stringMatching(/^withdraw: its message is ambiguous/)]);
  });
});

describe('a reply', () => {
  const reply = (once: string, to = 'U1') =>
    room.write((outbox) => outbox.post({ to, text: once, once, thread: { once: 'question' } }));

  it('hangs on the letter that it answers, where that one went', async () => {
    await post('question', { to: 'U1' });
    await reply('answer');
    await room.hire().idle();
    const [question, answer] = room.slack.messages;
    expect(answer).toMatchObject({ channel: 'D1', threadTs: question?.ts });
  });

  it('waits for a letter that is not due yet, and holds back nobody', async () => {
    await post('question', { to: 'U1', notBefore: room.clock.now().add({ hours: 1 }) });
    await reply('answer');
    await post('another matter', { to: 'U1' });
    const worker = room.hire();
    await worker.idle();
    expect(room.slack.texts()).toEqual(['another matter']);
    room.clock.set('2026-11-23T10:00:00Z');
    await worker.idle();
    expect(room.slack.texts()).toEqual(['another matter', 'question', 'answer']);
  });

  it('is dead when what it answers is, and says why', async () => {
    room.slack.failNext({ outcome: 'dead', error: 'channel_not_found' });
    await post('question', { to: 'U1' });
    await reply('answer');
    await room.hire().idle();
    const { state, lastError } = await room.prisma.letter.findUniqueOrThrow({ where: { once: 'answer' } });
    expect([state, lastError]).toEqual(['dead', 'what it replies to is dead: channel_not_found']);
  });

  it('stands on its own after ten minutes when nobody knows whether the question arrived', async () => {
    room.slack.history('unreadable');
    room.slack.failNext({ outcome: 'uncertain', error: 'timeout' });
    await post('question', { to: 'U1' });
    const worker = room.hire();
    while ((await states()).includes('pending')) await worker.idle();
    await reply('answer');
    room.clock.set('2026-11-23T09:09:00Z');
    await worker.idle();
    expect(room.slack.messages).toEqual([]);
    room.clock.set('2026-11-23T09:11:00Z');
    await worker.idle();
    expect(room.slack.messages).toEqual([expect.objectContaining({ text: 'answer', threadTs: null })]);
  });
});

describe('other things that are sent', () => {
  it('a whisper goes to one person in a channel, and is not repeated when no answer came', async () => {
    room.slack.history('unreadable');
    room.slack.failNext('arrives, and the answer is lost');
    await room.write((outbox) =>
      outbox.whisper({ channel: 'C1', person: 'U2', text: 'Only you see this.', thread: { ts: '1.2' }, once: 'hush' }),
    );
    const worker = room.hire();
    while ((await states()).includes('pending')) await worker.idle();
    expect(room.slack.calls).toHaveLength(1);
    expect(room.slack.calls[0]).toMatchObject({ kind: 'whisper', channel: 'C1', person: 'U2', threadTs: '1.2' });
    expect(await states()).toEqual(['ambiguous']);
  });

  it('a file is taken over into the thread of an earlier letter', async () => {
    await post('question', { to: 'U1' });
    await room.write((outbox) =>
      outbox.enclose({ fileId: 'F1', to: 'U1', thread: { once: 'question' }, comment: 'the photo', once: 'photo' }),
    );
    await room.hire().idle();
    const question = room.slack.messages[0]?.ts;
    expect(room.slack.calls[1]).toMatchObject({ kind: 'file', fileId: 'F1', text: 'the photo', threadTs: question });
  });
});

describe('the home page', () => {
  const refresh = (person: string) => room.write((outbox) => outbox.refreshHome(person));

  beforeEach(() =>
    room.prisma.person.createMany({
      data: ['U1', 'U2'].map((id) => ({
        ...{ id, name: id, syncedAt: new Date(), homeOpenedAt: id === 'U1' ? new Date() : null },
      })),
    }),
  );

  it('is drawn once for several requests, and only for those who ever opened it', async () => {
    for (const person of ['U1', 'U1', 'U2', 'U9', 'U1']) await refresh(person);
    await room.hire().idle();
    expect(room.slack.homes).toEqual(['D1']);
    await refresh('U1');
    await room.hire().idle();
    expect(room.slack.homes).toEqual(['D1', 'D1']);
  });

  it('is drawn no more for somebody who has left', async () => {
    await room.prisma.person.update({ where: { id: 'U1' }, data: { deactivatedAt: new Date() } });
    await refresh('U1');
    await room.hire().idle();
    expect(room.slack.homes).toEqual([]);
  });

  it('is drawn again for what changes while it is drawn', async () => {
    await refresh('U1');
    await whileSending(() => refresh('U1'));
    expect(room.slack.homes).toEqual(['D1', 'D1']);
  });

  onServer(
    'is drawn again once the change is committed, though it was drawn while that was still under way',
    async () => {
      await refresh('U1');
      await room.write(async (outbox) => {
        await outbox.refreshHome('U1');
        await room.hire({}, { database: await room.replica() }).idle();
        expect(room.slack.homes).toEqual(['D1']);
      });
      await room.hire().idle();
      expect(room.slack.homes).toEqual(['D1', 'D1']);
    },
  );
});
