import type { Sandbox } from '../../../src/sandbox/start.js';
import { ana, aSandbox, bot, call, closeSandboxes, does, general, hazel, jay, triage } from './support/sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await aSandbox({ limits: false });
});
afterEach(closeSandboxes);

const post = (args: object) => call(sandbox, 'chat.postMessage', args);

describe('chat.postMessage', () => {
  it('posts in the name of the app', async () => {
    const metadata = { event_type: 'ticket', event_payload: { id: 1 } };
    const posted = await post({ channel: general, text: 'R&D is open', metadata });
    expect(posted).toMatchObject({
      ok: true,
      channel: general,
      message: { text: 'R&amp;D is open', user: bot, metadata },
    });
    expect(posted.message).toHaveProperty('bot_id');
    expect(posted.message).toHaveProperty('app_id');
  });

  it.each([
    ['a channel that is nowhere', { channel: 'C0NOWHERE00', text: 'x' }, 'channel_not_found'],
    ['no channel', { text: 'x' }, 'channel_not_found'],
    ['nothing to say', { channel: general }, 'no_text'],
    ['only spaces', { channel: general, text: '  ' }, 'no_text'],
    ['no blocks and no text', { channel: general, blocks: [] }, 'no_text'],
    ['blocks that are no list', { channel: general, blocks: { type: 'divider' } }, 'invalid_blocks_format'],
    ['blocks in broken JSON', { channel: general, blocks: '[{' }, 'invalid_blocks_format'],
    [
      'a thread that is nowhere',
      { channel: general, text: 'x', thread_ts: '1700000000.000100' },
      'cannot_reply_to_message',
    ],
    ['text and markdown', { channel: general, text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
    ['metadata that is text', { channel: general, text: 'x', metadata: 'ticket' }, 'invalid_metadata_format'],
    [
      'metadata without a type',
      { channel: general, text: 'x', metadata: { event_payload: {} } },
      'invalid_metadata_schema',
    ],
    ['a name of its own without the scope', { channel: general, text: 'x', username: 'Boss' }, 'missing_scope'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await post(args)).toMatchObject({ ok: false, error });
  });

  it('takes a channel by name, and a person for the direct message with them', async () => {
    expect(await post({ channel: '#general', text: 'by name' })).toMatchObject({ ok: true, channel: general });
    const direct = await post({ channel: ana, text: 'to you' });
    expect(direct).toMatchObject({ ok: true, channel: expect.stringMatching(/^D/) });
    expect(await post({ channel: ana, text: 'again' })).toMatchObject({ channel: direct.channel });
  });

  it('is told where the app is no member, and where nobody writes any more', async () => {
    const made = await does(sandbox, hazel, 'create_channel', { name: 'quiet', is_private: false });
    const hidden = await does(sandbox, hazel, 'create_channel', { name: 'hidden', is_private: true });
    const [quiet, secret] = [made, hidden].map((one) => (one.ok ? one.channel.id : ''));
    expect(await post({ channel: quiet, text: 'x' })).toMatchObject({ error: 'not_in_channel' });
    expect(await post({ channel: secret, text: 'x' })).toMatchObject({ error: 'channel_not_found' });
    await does(sandbox, hazel, 'archive', { channel: triage, on: true });
    expect(await post({ channel: triage, text: 'x' })).toMatchObject({ error: 'is_archived' });
    expect(await call(sandbox, 'conversations.open', { users: ana })).toMatchObject({ ok: true });
    await does(sandbox, hazel, 'set_person', { user: ana, deleted: true });
    expect(await call(sandbox, 'conversations.open', { users: ana })).toMatchObject({ error: 'user_disabled' });
    expect(await post({ channel: ana, text: 'x' })).toMatchObject({ error: 'channel_not_found' });
  });
});

describe('threads', () => {
  it('counts replies at their first message, and takes a reply for its thread', async () => {
    const root = await post({ channel: general, text: 'root' });
    const first = await post({ channel: general, text: 'one', thread_ts: root.ts });
    await post({ channel: general, text: 'two', thread_ts: first.ts, reply_broadcast: true });
    const thread = await call(sandbox, 'conversations.replies', { channel: general, ts: root.ts });
    expect(thread.messages).toMatchObject([
      { text: 'root', reply_count: 2, reply_users: [bot], thread_ts: root.ts },
      { text: 'one', thread_ts: root.ts, parent_user_id: bot },
      { text: 'two', thread_ts: root.ts, subtype: 'thread_broadcast' },
    ]);
    const history = await call(sandbox, 'conversations.history', { channel: general });
    expect((history.messages as { text: string }[]).map((message) => message.text)).toEqual(['two', 'root']);
  });

  it('leaves a stone where a message with replies was deleted', async () => {
    const root = await post({ channel: general, text: 'root' });
    const reply = await post({ channel: general, text: 'one', thread_ts: root.ts });
    expect(await call(sandbox, 'chat.delete', { channel: general, ts: root.ts })).toMatchObject({ ok: true });
    const history = () => call(sandbox, 'conversations.history', { channel: general });
    expect(await history()).toMatchObject({ messages: [{ subtype: 'tombstone', user: 'USLACKBOT' }] });
    expect(await call(sandbox, 'chat.delete', { channel: general, ts: root.ts })).toMatchObject({
      error: 'message_not_found',
    });
    await call(sandbox, 'chat.delete', { channel: general, ts: reply.ts });
    expect(await history()).toMatchObject({ messages: [] });
  });
});

describe('chat.update and chat.delete', () => {
  it("keeps the blocks that aren't given anew, and marks the message as edited", async () => {
    const { ts } = await post({ channel: general, text: 'old', blocks: [{ type: 'divider' }] });
    const updated = await call(sandbox, 'chat.update', { channel: general, ts, text: 'new' });
    expect(updated).toMatchObject({
      ok: true,
      text: 'new',
      message: { blocks: [{ type: 'divider' }], edited: { user: bot } },
    });
    const bare = await call(sandbox, 'chat.update', { channel: general, ts, text: 'bare', blocks: [] });
    expect(bare).toMatchObject({ ok: true, message: { blocks: [] } });
  });

  it('touches nothing that somebody else wrote', async () => {
    const sent = await does(sandbox, ana, 'send', { channel: general, text: 'mine' });
    const ts = sent.ok ? sent.message.ts : '';
    expect(await call(sandbox, 'chat.update', { channel: general, ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call(sandbox, 'chat.delete', { channel: general, ts })).toMatchObject({
      error: 'cant_delete_message',
    });
    const nowhere = { channel: general, ts: '1700000000.000100', text: 'x' };
    expect(await call(sandbox, 'chat.update', nowhere)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('chat.postEphemeral', () => {
  it('shows a message to one person only, and keeps it out of the history', async () => {
    const [anaSees, jaySees] = [await sandbox.person('ana'), await sandbox.person('jay')];
    expect(await call(sandbox, 'chat.postEphemeral', { channel: general, user: ana, text: 'only you' })).toMatchObject({
      ok: true,
    });
    await anaSees.sees('only you');
    await jaySees.neverSees('only you');
    expect(await call(sandbox, 'conversations.history', { channel: general })).toMatchObject({ messages: [] });
  });

  it('needs the person to be there', async () => {
    expect(await call(sandbox, 'chat.postEphemeral', { channel: triage, user: ana, text: 'x' })).toMatchObject({
      error: 'user_not_in_channel',
    });
  });
});

describe('chat.scheduleMessage', () => {
  it('posts when its time has come by the clock of the workspace', async () => {
    const now = Math.floor(sandbox.clock.now() / 1000);
    const schedule = (seconds: number) =>
      call(sandbox, 'chat.scheduleMessage', { channel: general, text: 'later', post_at: now + seconds });
    expect(await schedule(-5)).toMatchObject({ error: 'time_in_past' });
    expect(await schedule(121 * 24 * 3600)).toMatchObject({ error: 'time_too_far' });
    expect(await schedule(3600)).toMatchObject({ ok: true });
    expect(await call(sandbox, 'chat.scheduledMessages.list')).toMatchObject({
      scheduled_messages: [{ text: 'later', channel_id: general }],
    });
    const person = await sandbox.person('jay');
    await does(sandbox, jay, 'clock', { by: 3600_000 });
    await person.sees('later', { in: 'general' });
    expect(await call(sandbox, 'chat.scheduledMessages.list')).toMatchObject({ scheduled_messages: [] });
  });
});

describe('chat.getPermalink', () => {
  it('gives an address of a message that is there', async () => {
    const { ts } = await post({ channel: general, text: 'x' });
    const link = await call(sandbox, 'chat.getPermalink', { channel: general, message_ts: ts });
    expect(link.permalink).toBe(`${sandbox.url}/archives/${general}/p${String(ts).replace('.', '')}`);
    const followed = await fetch(String(link.permalink), {
      redirect: 'manual',
      headers: { referer: `${sandbox.url}/?as=${ana}#x` },
    });
    expect(followed.headers.get('location')).toBe(`/?as=${ana}#${general}/m/${ts}`);
    expect(await call(sandbox, 'chat.getPermalink', { channel: general, message_ts: '1.2' })).toMatchObject({
      error: 'message_not_found',
    });
  });
});
