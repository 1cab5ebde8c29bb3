import { randomUUID } from 'node:crypto';
import { WebAPIRequestError } from '@slack/web-api';
import { home, section } from '../../src/platform/blocks.js';
import type { Outgoing } from '../../src/platform/outbox/outbox.js';
import { Temporal } from '../../src/platform/time.js';
import type { Sandbox } from '../../src/sandbox/start.js';
import { openClient } from '../../src/slack/client.js';
import { slackOnly } from '../../src/slack/sender/files.js';
import { createSender } from '../../src/slack/sender/sender.js';
import { verdict } from '../../src/slack/sender/verdict.js';
import { logInto } from './support/opened.js';
import { act, openSandbox } from './support/sandbox.js';

let sandbox: Sandbox;
let sender: ReturnType<typeof createSender>;
let ana: string;
let channel: string;

beforeAll(async () => {
  sandbox = await openSandbox();
  const client = openClient(sandbox.botToken, sandbox.apiUrl, logInto([]), { timeout: 300 });
  sender = createSender({
    client,
    botToken: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    renderHome: async (personId) => home([section(`for ${personId}`)]),
  });
  const { people } = (await (await fetch(`${sandbox.url}/_page/people`)).json()) as { people: { id: string }[] };
  ana = people[0]?.id ?? '';
  channel = (await act(sandbox, ana, 'create_channel', { name: 'it', is_private: false })).channel.id;
  const { app } = await act(sandbox, ana, 'start', {});
  await act(sandbox, ana, 'invite', { channel, users: [app.bot_user_id] });
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.faults.clear());

const letter = (more: Partial<Outgoing> = {}): Outgoing => ({
  id: '1',
  kind: 'post',
  once: randomUUID(),
  mark: randomUUID().replaceAll('-', ''),
  channel,
  text: 'Ticket 42',
  ...more,
});
const post = async (more: Partial<Outgoing> = {}) => {
  const outgoing = letter(more);
  const sent = await sender.deliver(outgoing);
  if (sent.outcome !== 'sent' || !sent.ts) throw new Error(`not sent: ${JSON.stringify(sent)}`);
  return { ...outgoing, channel: sent.channel, ts: sent.ts };
};
const shown = async (where = channel) =>
  (await act(sandbox, ana, 'history', { channel: where })).messages.map(({ ts, text }) => ({ ts, text }));
const longAgo = () => Temporal.Now.instant().subtract({ minutes: 5 });

describe('a letter', () => {
  it('is posted, changed and taken back', async () => {
    const sent = await post();
    expect(await shown()).toContainEqual({ ts: sent.ts, text: 'Ticket 42' });
    const changed = { ...sent, kind: 'change', text: 'Ticket 42, taken' } as const;
    expect(await sender.deliver(changed)).toEqual({ outcome: 'sent', channel, ts: sent.ts });
    expect(await shown()).toContainEqual({ ts: sent.ts, text: 'Ticket 42, taken' });
    const withdrawn = { ...sent, kind: 'withdraw' } as const;
    expect(await sender.deliver(withdrawn)).toEqual({ outcome: 'sent', channel, ts: sent.ts });
    expect(await sender.deliver(withdrawn)).toMatchObject({ outcome: 'sent' });
    expect((await shown()).map(({ ts }) => ts)).not.toContain(sent.ts);
  });

  it('loses its old blocks when it is changed to one without', async () => {
    const sent = await post({ blocks: [section('with a block')] });
    const { blocks: _old, ...bare } = { ...sent, kind: 'change', text: 'bare' } as const;
    await sender.deliver(bare);
    const { messages } = await act(sandbox, ana, 'history', { channel });
    expect(messages.find(({ ts }) => ts === sent.ts)?.blocks ?? []).toEqual([]);
  });

  it('to a person arrives as a direct message', async () => {
    const sent = await post({ channel: ana });
    expect(sent.channel).toMatch(/^D/);
    expect(await shown(sent.channel)).toContainEqual({ ts: sent.ts, text: 'Ticket 42' });
  });

  it('stands in its thread', async () => {
    const parent = await post();
    const reply = await post({ threadTs: parent.ts, text: 'in the thread' });
    const { messages } = await act(sandbox, ana, 'replies', { channel, ts: parent.ts });
    expect(messages.map(({ ts }) => ts)).toEqual([parent.ts, reply.ts]);
  });

  it('that is whispered is seen by one person', async () => {
    expect(await sender.deliver(letter({ kind: 'whisper', person: ana }))).toEqual({
      outcome: 'sent',
      channel,
      ts: null,
    });
  });

  it('draws App Home', async () => {
    const drawn = { outcome: 'sent', channel: ana, ts: null };
    expect(await sender.deliver(letter({ kind: 'home', channel: ana, person: ana }))).toEqual(drawn);
    const { home: view } = await act(sandbox, ana, 'open_app', { tab: 'home' });
    expect(JSON.stringify(view)).toContain(`for ${ana}`);
  });
});

describe('what came of a letter is told from how Slack answers:', () => {
  it.each([
    ['too many for the channel', { answer: 429, retryAfter: 2 }, { outcome: 'later', afterMs: 2_000, scope: 'lane' }],
    ['too many for everyone', { answer: 429, retryAfter: 60 }, { outcome: 'later', afterMs: 60_000, scope: 'all' }],
    [
      'no such channel',
      { answer: 'error', code: 'channel_not_found' },
      { outcome: 'dead', error: 'channel_not_found' },
    ],
    ['archived', { answer: 'error', code: 'is_archived' }, { outcome: 'dead', error: 'is_archived' }],
    ['a token that was revoked', { answer: 'error', code: 'token_revoked' }, { outcome: 'later', scope: 'all' }],
    [
      'an inner error of Slack',
      { answer: 'error', code: 'fatal_error' },
      { outcome: 'uncertain', error: 'fatal_error' },
    ],
    ['500', { answer: 500 }, { outcome: 'uncertain', error: 'http_500' }],
    ['503', { answer: 503 }, { outcome: 'uncertain', error: 'http_503' }],
    ['nothing, for too long', { answer: 'hang' }, { outcome: 'uncertain' }],
    ['a broken connection', { answer: 'reset' }, { outcome: 'uncertain' }],
    ['half an answer', { answer: 'malformed' }, { outcome: 'uncertain', error: 'malformed_reply' }],
  ] as const)('%s', async (_, kind, delivery) => {
    sandbox.faults.next({ method: 'chat.postMessage', kind });
    const outgoing = letter();
    expect(await sender.deliver(outgoing)).toMatchObject(delivery);
    expect(await sender.lookUp(outgoing, longAgo())).toBe('absent');
  });

  it.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['UND_ERR_CONNECT_TIMEOUT', 'later'],
    ['ECONNRESET', 'uncertain'],
    ['UND_ERR_SOCKET', 'uncertain'],
  ])('%s: it is %s', (code, outcome) => {
    const cause = Object.assign(new Error('x'), { code });
    const error = new WebAPIRequestError(new TypeError('fetch failed', { cause }));
    expect(verdict(error, true)).toMatchObject({ outcome, error: code });
  });

  it.each([{ answer: 'lost' }, { answer: 'done-but-500' }] as const)(
    'delivered, though the answer was %j: it is uncertain, and then found by its mark',
    async (kind) => {
      sandbox.faults.next({ method: 'chat.postMessage', kind });
      const outgoing = letter();
      expect(await sender.deliver(outgoing)).toMatchObject({ outcome: 'uncertain' });
      const found = await sender.lookUp(outgoing, longAgo());
      expect(await shown()).toContainEqual({ ts: (found as { found: { ts: string } }).found.ts, text: 'Ticket 42' });
    },
  );

  it('is found in a thread, and in a direct message', async () => {
    const parent = await post();
    const reply = await post({ threadTs: parent.ts });
    expect(await sender.lookUp(reply, longAgo())).toEqual({ found: { channel, ts: reply.ts } });
    const direct = await post({ channel: ana });
    const asked = { ...direct, channel: ana };
    expect(await sender.lookUp(asked, longAgo())).toEqual({ found: { channel: direct.channel, ts: direct.ts } });
  });

  it('is unknown where the history can’t be read, and for what only one person saw', async () => {
    const sent = await post();
    sandbox.faults.next({ method: 'conversations.history', kind: { answer: 'error', code: 'not_in_channel' } });
    expect(await sender.lookUp(sent, longAgo())).toBe('unknown');
    sandbox.faults.next({ method: 'conversations.history', kind: { answer: 503 } });
    await expect(sender.lookUp(sent, longAgo())).rejects.toThrow();
    expect(await sender.lookUp(letter({ kind: 'whisper', person: ana }), longAgo())).toBe('unknown');
  });
});

describe('a file', () => {
  const share = async (content: string) => {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'text/plain' }), 'till.txt');
    const uploaded = await fetch(`${sandbox.url}/_page/upload?as=${ana}`, { method: 'POST', body: form });
    const { files } = (await uploaded.json()) as { files: { id: string }[] };
    const id = files[0]?.id ?? '';
    await act(sandbox, ana, 'send', { channel, text: 'look', file_ids: [id] });
    return id;
  };

  it('is taken over into another conversation', async () => {
    const fileId = await share('what the till printed');
    const sent = await sender.deliver(letter({ kind: 'file', channel: ana, fileId, text: 'From the ticket' }));
    expect(sent).toMatchObject({ outcome: 'sent', ts: null });
    const { messages } = await act(sandbox, ana, 'history', { channel: (sent as { channel: string }).channel });
    const copy = messages.find(({ files }) => files?.[0]?.name === 'till.txt');
    expect(copy?.text).toBe('From the ticket');
    const content = await fetch(new URL(copy?.files?.[0]?.page_url ?? '', sandbox.url));
    expect(await content.text()).toBe('what the till printed');
  });

  it('is tried again when a step failed of which nobody sees anything', async () => {
    const fileId = await share('x');
    sandbox.faults.next({ method: 'files.getUploadURLExternal', kind: { answer: 500 } });
    expect(await sender.deliver(letter({ kind: 'file', fileId }))).toMatchObject({ outcome: 'later', scope: 'lane' });
    sandbox.faults.next({ method: 'files.completeUploadExternal', kind: { answer: 'lost' } });
    expect(await sender.deliver(letter({ kind: 'file', fileId }))).toMatchObject({ outcome: 'uncertain' });
  });

  it('that can no longer be fetched is given up, and not asked for again and again', async () => {
    const fileId = await share('x');
    sandbox.faults.next({ method: 'files.info', kind: { answer: 'malformed' } });
    expect(await sender.deliver(letter({ kind: 'file', fileId }))).toMatchObject({ outcome: 'dead' });
  });

  it('that is gone is given up', async () => {
    expect(await sender.deliver(letter({ kind: 'file', fileId: 'F0000GONE' }))).toEqual({
      outcome: 'dead',
      error: 'file_not_found',
    });
  });

  it.each([
    'https://files.example.com/x',
    'http://files.slack.com/x',
    'https://slack.com.example.com/x',
    'https://evilslack.com/x',
    'file:///etc/passwd',
  ])('is never fetched from %s, with the bot’s token in hand', (url) => {
    expect(() => slackOnly(url, 'https://slack.com/api/')).toThrow('file_not_at_slack');
  });
});
