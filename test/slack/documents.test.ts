import type { Fault } from '../../src/sandbox/server/api/faults.js';
import type { Sandbox } from '../../src/sandbox/start.js';
import { openClient } from '../../src/slack/client.js';
import { createSender } from '../../src/slack/sender/sender.js';
import { openPostRoom } from '../platform/outbox/post-room.js';
import { logInto } from './support/opened.js';
import { act, openSandbox } from './support/sandbox.js';

let room: Awaited<ReturnType<typeof openPostRoom>>;
let sandbox: Sandbox;
let ana: string;
let direct: string;

beforeAll(async () => {
  sandbox = await openSandbox();
  room = await openPostRoom();
  const { people } = (await (await fetch(`${sandbox.url}/_page/people`)).json()) as { people: { id: string }[] };
  ana = people[0]?.id ?? '';
});
afterEach(async () => {
  sandbox.faults.clear();
  await room.clear();
});
afterAll(async () => {
  await sandbox.close();
  await room.close();
});

const carrier = (timeout = 400) =>
  createSender({
    client: openClient(sandbox.botToken, sandbox.apiUrl, logInto([]), { timeout }),
    botToken: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    renderHome: () => Promise.reject(new Error('no home here')),
  });

let drawn = 0;
const draw = async ({ ref }: { ref: string }) => {
  drawn += 1;
  return {
    name: `${ref}.txt`,
    title: 'A slip',
    bytes: Uint8Array.from(Buffer.from(`canary of ${ref}, drawing ${drawn}`)),
  };
};
const hire = () => room.hire({ lookUpAfterMs: 20 }, { carrier: carrier(), draw });
const tell = (once: string) =>
  room.write((outbox) =>
    outbox.document({ to: ana, text: `Slip ${once} is there`, file: { source: 'slips', ref: once }, once }),
  );

async function shown(once: string) {
  direct ||= await carrier()
    .deliver({ id: '0', kind: 'post', once: 'x', mark: 'x', channel: ana, text: 'hello' })
    .then((sent) => (sent as { channel: string }).channel);
  const { messages } = await act(sandbox, ana, 'history', { channel: direct });
  return messages.filter(({ text }) => text === `Slip ${once} is there`);
}

/** Carries it out until it is settled, and tells how. */
async function carried(once: string) {
  const worker = hire();
  for (let tries = 0; tries < 400; tries += 1) {
    const { state } = await room.prisma.letter.findUniqueOrThrow({ where: { once } });
    if (state !== 'pending' && state !== 'sending') return state;
    // A pause that Slack asked for is a real one.
    await room.prisma.$executeRaw`UPDATE "RateBucket" SET "pausedUntil" = NULL`;
    worker.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${once} was never settled`);
}

const steps = ['conversations.open', 'files.getUploadURLExternal', 'files.completeUploadExternal'];
const kinds: Fault['kind'][] = [
  { answer: 429, retryAfter: 1 },
  { answer: 500 },
  { answer: 'reset' },
  { answer: 'lost' },
  { answer: 'done-but-500' },
  { answer: 'hang' },
  { answer: 'error', code: 'internal_error' },
];
const cases = steps.flatMap((method) => kinds.map((kind) => ({ method, kind, name: `${method}, ${kind.answer}` })));

describe('a document', () => {
  it('is one private message with its text and what was drawn', async () => {
    await tell('plain');
    await hire().idle();
    const [message, ...more] = await shown('plain');
    expect(more).toEqual([]);
    expect(message?.files).toMatchObject([{ name: 'plain.txt', title: 'A slip' }]);
    const content = await fetch(new URL(message?.files?.[0]?.page_url ?? '', sandbox.url));
    expect(await content.text()).toContain('canary of plain');
    expect(await room.state('plain')).toBe('sent');
  });

  it('lies in no row, neither before nor after it is sent', async () => {
    await tell('secret');
    await hire().idle();
    expect(JSON.stringify(await room.prisma.$queryRaw`SELECT "Letter"::text AS "row" FROM "Letter"`)).not.toContain(
      'canary',
    );
  });

  it.each(cases)('arrives once, whatever happens at $name', async ({ method, kind, name }) => {
    await tell(name);
    sandbox.faults.next({ method, kind });
    expect(await carried(name)).toBe('sent');
    expect(await shown(name)).toHaveLength(1);
  });

  it('arrives once when everything is lost several times in a row', async () => {
    await tell('stormy');
    sandbox.faults.next({ method: 'files.completeUploadExternal', kind: { answer: 'reset' }, times: 2 });
    sandbox.faults.next({ method: 'files.completeUploadExternal', kind: { answer: 'lost' } });
    sandbox.faults.next({ method: 'conversations.history', kind: { answer: 503 }, times: 2 });
    expect(await carried('stormy')).toBe('sent');
    expect(await shown('stormy')).toHaveLength(1);
  });

  it('is left to a person when it may have arrived and the history can’t tell', async () => {
    await tell('blind');
    sandbox.faults.next({ method: 'files.completeUploadExternal', kind: { answer: 'lost' } });
    sandbox.faults.next({ method: 'conversations.history', kind: { answer: 'error', code: 'not_in_channel' } });
    expect(await carried('blind')).toBe('ambiguous');
    expect(await shown('blind')).toHaveLength(1);
  });

  it.each([
    { when: 'between the upload and showing it', complete: false },
    { when: 'after it was shown, before that was written down', complete: true },
  ])('arrives once when the worker dies $when', async ({ when, complete }) => {
    await tell(when);
    const real = carrier();
    // One attempt, and no look into the history before the process is gone.
    const dying = room.hire(
      { lookUpAfterMs: 60_000 },
      {
        draw,
        carrier: {
          ...real,
          deliver: async ({ noteUpload, ...outgoing }) => {
            const noteAndDie = async (id: string) => {
              await noteUpload?.(id);
              if (!complete) throw new Error('killed');
            };
            await real.deliver({ ...outgoing, noteUpload: noteAndDie });
            throw new Error('killed');
          },
        },
      },
    );
    await dying.idle().catch(() => undefined);
    await dying.drain();
    // As the row is left by a process that is gone.
    await room.prisma.$executeRaw`UPDATE "Letter" SET "state" = 'sending', "retryAt" = NULL, "mayHaveArrived" = false,
      "leaseUntil" = clock_timestamp() - interval '1 second' WHERE "once" = ${when}`;
    expect(await carried(when)).toBe('sent');
    expect(await shown(when)).toHaveLength(1);
  });
});
