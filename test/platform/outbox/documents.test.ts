import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '../../../src/platform/doors/doors.js';
import { drawerOf, noteUpload } from '../../../src/platform/outbox/documents.js';
import type { Carrier, DrawnFile, Outgoing } from '../../../src/platform/outbox/outbox.js';
import { toInstant } from '../../../src/platform/time.js';
import { testOffice } from '../../support/office.js';
import { openPostRoom } from './post-room.js';

let room: Awaited<ReturnType<typeof openPostRoom>>;
beforeAll(async () => {
  room = await openPostRoom();
});
afterEach(() => room.clear());
afterAll(() => room.close());

const slip: DrawnFile = { name: 'slip.pdf', title: 'Slip', bytes: Uint8Array.from([1, 2, 3]) };
const draw = async () => slip;

const tell = (once: string, more: { to?: string; notBefore?: string } = {}) =>
  room.write((outbox) =>
    outbox.document({
      to: more.to ?? 'U1',
      text: 'It is there',
      file: { source: 'slips', ref: once },
      once,
      ...(more.notBefore && { notBefore: toInstant(new Date(more.notBefore)) }),
    }),
  );
const errorOf = async (once: string) =>
  (await room.prisma.letter.findUniqueOrThrow({ where: { once } })).lastError ?? '';
/** What the carrier was given, with the file. */
function listening(deliver: (outgoing: Outgoing) => Promise<void> = async () => undefined) {
  const seen: Outgoing[] = [];
  const carrier: Carrier = {
    ...room.slack.carrier,
    async deliver(outgoing) {
      seen.push(outgoing);
      await deliver(outgoing);
      return room.slack.carrier.deliver(outgoing);
    },
  };
  return { carrier, seen };
}

describe('a document', () => {
  it('is drawn when it is sent, and not before its time', async () => {
    let drawings = 0;
    const { carrier, seen } = listening();
    const worker = room.hire(
      {},
      {
        carrier,
        draw: async () => {
          drawings += 1;
          return slip;
        },
      },
    );
    await tell('later', { notBefore: '2026-11-25T09:00:00Z' });
    await worker.idle();
    expect([drawings, seen.length]).toEqual([0, 0]);
    room.clock.set('2026-11-25T08:59:59Z');
    await worker.idle();
    expect(drawings).toBe(0);
    room.clock.set('2026-11-25T09:00:00Z');
    await worker.idle();
    expect(seen).toMatchObject([{ kind: 'document', source: 'slips', ref: 'later', file: slip, text: 'It is there' }]);
  });

  it('of which nothing is left to be shown is given up, and nothing is said', async () => {
    await tell('empty');
    await room.hire({}, { draw: async () => null }).idle();
    expect(await room.state('empty')).toBe('dead');
    expect(await errorOf('empty')).toBe('nothing_to_draw');
    expect(room.slack.texts()).toEqual([]);
  });

  it('that can’t be drawn is tried again, and what was wrong with it is never quoted', async () => {
    await tell('crooked');
    let tries = 0;
    const failing = async () => {
      tries += 1;
      if (tries < 3) throw new RangeError('7.031,25 RON is too much');
      return slip;
    };
    const worker = room.hire({ attempts: 2 }, { draw: failing });
    await worker.idle();
    await pause(30);
    expect(await errorOf('crooked')).toBe('not drawn: RangeError');
    await worker.idle();
    expect([await room.state('crooked'), tries]).toEqual(['dead', 2]);
  });

  it('is not shown by an attempt that took so long that the next one may have begun', async () => {
    await tell('slow');
    const { carrier } = listening(async ({ noteUpload: note }) => {
      await pause(100);
      await note?.('F1');
    });
    await room.hire({ fileLeaseMs: 300, lookUpAfterMs: 60_000 }, { carrier, draw }).idle();
    expect(room.slack.texts()).toEqual([]);
    expect(await errorOf('slow')).toBe('the upload took too long');
  });

  it('is not shown by a worker from whom another took it over', async () => {
    await tell('taken');
    const { carrier } = listening(async ({ noteUpload: note }) => {
      await room.prisma.letter.update({ where: { once: 'taken' }, data: { fence: { increment: 1 } } });
      await note?.('F1');
    });
    await room.hire({}, { carrier, draw }).idle();
    expect(room.slack.texts()).toEqual([]);
    expect(await room.state('taken')).toBe('sending');
  });

  it('keeps the ids of all its uploads, since any of them may turn up', async () => {
    await tell('twice');
    await room.prisma.letter.update({ where: { once: 'twice' }, data: { state: 'sending' } });
    const { id, fence } = await room.prisma.letter.findUniqueOrThrow({ where: { once: 'twice' } });
    expect(await noteUpload(room.prisma, { id, fence }, 'F1')).toBe(true);
    expect(await noteUpload(room.prisma, { id, fence }, 'F2')).toBe(true);
    expect(await noteUpload(room.prisma, { id, fence: fence + 1 }, 'F3')).toBe(false);
    const { payload } = await room.prisma.letter.findUniqueOrThrow({ where: { once: 'twice' } });
    expect(payload).toMatchObject({ uploads: ['F1', 'F2'] });
  });

  it('waits for its turn among files, and lets messages pass meanwhile', async () => {
    for (let place = 0; place < 6; place += 1) await tell(`slip ${place}`, { to: `U${place}` });
    await room.write((outbox) => outbox.post({ to: 'C1', text: 'a word', once: 'a word' }));
    const worker = room.hire({ files: { perSecond: 0.001, burst: 2 } }, { draw });
    worker.wake();
    await pause(300);
    expect(room.slack.texts('C1')).toEqual(['a word']);
    expect(room.slack.texts().filter((text) => text === 'It is there')).toHaveLength(2);
  });

  it('that Slack wants later holds back the other files, of every worker, and no message', async () => {
    for (const place of [1, 2, 3]) await tell(`slip ${place}`, { to: `U${place}` });
    room.slack.failNext({ outcome: 'later', afterMs: 60_000, scope: 'files', error: 'ratelimited' });
    await room.hire({ parallel: 1 }, { draw }).idle();
    await room.write((outbox) => outbox.post({ to: 'U9', text: 'a word', once: 'a word' }));
    await room.hire({}, { draw }).idle();
    expect(room.slack.texts()).toEqual(['a word']);
    expect(room.slack.calls.filter(({ kind }) => kind === 'document')).toHaveLength(1);
  });
});

describe('whoever draws', () => {
  it('is found by name, and draws in the language of whoever reads it', async () => {
    await room.prisma.person.create({
      data: { id: 'U1', name: 'Elena', locale: 'ro-RO', timeZone: 'UTC', syncedAt: new Date() },
    });
    const desks = [
      {
        name: 'a',
        documents: {
          slips: async (_look: unknown, ref: string, language: string) => ({ ...slip, title: `${ref} ${language}` }),
        },
      },
      { name: 'b' },
    ] as Partial<Desk>[] as Desk[];
    const drawing = drawerOf(desks, testOffice(room.database, room.clock.now()));
    expect(await drawing({ source: 'slips', ref: '7', to: 'U1' })).toMatchObject({ title: '7 ro' });
    expect(await drawing({ source: 'slips', ref: '7', to: 'C1' })).toMatchObject({ title: '7 en' });
    expect(await drawing({ source: 'nobody', ref: '7', to: 'U1' })).toBeNull();
  });
});
