import type { Sandbox } from '../../../src/sandbox/start.js';
import {
  ana,
  aSandbox,
  bot,
  call,
  closeSandboxes,
  does,
  general,
  hazel,
  jay,
  robin,
  triage,
} from './support/sandbox.js';

let sandbox: Sandbox;
afterEach(closeSandboxes);

describe('who may call', () => {
  beforeEach(async () => {
    sandbox = await aSandbox();
  });

  it.each([
    ['no token', '', 'auth.test', 'not_authed'],
    ['a wrong token', 'xoxb-wrong', 'auth.test', 'invalid_auth'],
  ])('refuses %s', async (_what, token, method, error) => {
    expect(await call(sandbox, method, {}, token)).toMatchObject({ ok: false, error });
  });

  it('wants each token at its own place', async () => {
    expect(await call(sandbox, 'auth.test', {}, sandbox.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call(sandbox, 'apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call(sandbox, 'apps.connections.open', {}, sandbox.appToken)).toMatchObject({
      ok: true,
      url: expect.stringMatching(/^ws:/),
    });
  });

  it('names the scope that is missing, and those that there are', async () => {
    expect(await call(sandbox, 'dnd.info', { user: ana })).toMatchObject({
      ok: false,
      error: 'missing_scope',
      needed: 'dnd:read',
      provided: expect.stringContaining('chat:write'),
    });
    expect(await call(sandbox, 'users.lookupByEmail', { email: 'x' })).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read.email',
    });
  });

  it("doesn't know methods that aren't there", async () => {
    expect(await call(sandbox, 'chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' });
  });

  it('reads forms as well as JSON, and the token from either', async () => {
    const form = new URLSearchParams({ token: sandbox.botToken, user: ana, include_locale: 'true' });
    const reply = await fetch(`${sandbox.apiUrl}users.info`, { method: 'POST', body: form });
    expect(await reply.json()).toMatchObject({ ok: true, user: { id: ana, locale: 'ro-RO', tz: 'Europe/Bucharest' } });
    const got = await fetch(`${sandbox.apiUrl}users.info?user=${ana}`, {
      headers: { authorization: `Bearer ${sandbox.botToken}` },
    });
    const { user } = (await got.json()) as { user: Record<string, unknown> };
    expect(user).not.toHaveProperty('locale');
  });
});

describe('rates', () => {
  it('lets a burst into a channel, then asks to wait, channel by channel', async () => {
    sandbox = await aSandbox();
    const post = (channel: string) =>
      fetch(`${sandbox.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
        body: JSON.stringify({ channel, text: 'x' }),
      });
    const replies = await Promise.all(Array.from({ length: 7 }, () => post(general)));
    const refused = replies.filter((reply) => reply.status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await refused[0]?.json()).toMatchObject({ ok: false, error: 'ratelimited' });
    expect((await post(triage)).status).toBe(200);
  });
});

describe('channels', () => {
  beforeEach(async () => {
    sandbox = await aSandbox({ limits: false });
  });

  it('are found, as far as the app may know of them', async () => {
    await does(sandbox, hazel, 'create_channel', { name: 'hidden', is_private: true });
    await does(sandbox, hazel, 'create_channel', { name: 'open', is_private: false });
    const { channels } = await call(sandbox, 'conversations.list', { types: 'public_channel,private_channel' });
    expect((channels as { name: string }[]).map((channel) => channel.name).sort()).toEqual([
      'general',
      'it-triage',
      'open',
    ]);
    expect(await call(sandbox, 'conversations.list', { types: 'rooms' })).toMatchObject({ error: 'invalid_types' });
    expect(await call(sandbox, 'conversations.info', { channel: triage })).toMatchObject({
      ok: true,
      channel: { is_private: true, is_member: true },
    });
  });

  it('are listed page by page', async () => {
    for (const name of ['a', 'b', 'c']) await does(sandbox, hazel, 'create_channel', { name, is_private: false });
    const names: string[] = [];
    let cursor = '';
    do {
      const page = await call(sandbox, 'conversations.list', { limit: 2, cursor });
      names.push(...(page.channels as { name: string }[]).map((channel) => channel.name));
      cursor = (page.response_metadata as { next_cursor: string }).next_cursor;
    } while (cursor !== '');
    expect(names.sort()).toEqual(['a', 'b', 'c', 'general']);
    expect(await call(sandbox, 'conversations.list', { cursor: 'nonsense' })).toMatchObject({
      error: 'invalid_cursor',
    });
  });

  it('are read between two moments, with or without the ends', async () => {
    const stamps: string[] = [];
    for (const text of ['1', '2', '3', '4'])
      stamps.push(String((await call(sandbox, 'chat.postMessage', { channel: general, text })).ts));
    const texts = async (args: object) =>
      (
        (await call(sandbox, 'conversations.history', { channel: general, ...args })).messages as { text: string }[]
      ).map((one) => one.text);
    expect(await texts({ oldest: stamps[0], latest: stamps[3] })).toEqual(['3', '2']);
    expect(await texts({ oldest: stamps[0], latest: stamps[3], inclusive: true })).toEqual(['4', '3', '2', '1']);
    expect(await texts({ latest: stamps[2], inclusive: true, limit: 1 })).toEqual(['3']);
    expect(await call(sandbox, 'conversations.history', { channel: general, oldest: 'soon' })).toMatchObject({
      error: 'invalid_ts_oldest',
    });
  });

  it('give metadata only when asked', async () => {
    await call(sandbox, 'chat.postMessage', {
      channel: general,
      text: 'x',
      metadata: { event_type: 't', event_payload: { a: 1 } },
    });
    const plain = await call(sandbox, 'conversations.history', { channel: general });
    const full = await call(sandbox, 'conversations.history', { channel: general, include_all_metadata: true });
    expect((plain.messages as object[])[0]).not.toHaveProperty('metadata');
    expect((full.messages as object[])[0]).toHaveProperty('metadata.event_payload.a', 1);
  });

  it('are made, renamed, joined, left and archived', async () => {
    const made = await call(sandbox, 'conversations.create', { name: 'tea-round' });
    const channel = (made.channel as { id: string }).id;
    expect(await call(sandbox, 'conversations.create', { name: 'tea-round' })).toMatchObject({ error: 'name_taken' });
    expect(await call(sandbox, 'conversations.create', { name: 'Tea Round' })).toMatchObject({
      error: 'invalid_name_specials',
    });
    expect(await call(sandbox, 'conversations.invite', { channel, users: `${ana},${jay}` })).toMatchObject({
      ok: true,
    });
    expect(await call(sandbox, 'conversations.invite', { channel, users: ana })).toMatchObject({
      error: 'already_in_channel',
    });
    expect(await call(sandbox, 'conversations.members', { channel })).toMatchObject({ members: [bot, ana, jay] });
    expect(await call(sandbox, 'conversations.kick', { channel, user: jay })).toMatchObject({ ok: true });
    expect(await call(sandbox, 'conversations.setTopic', { channel, topic: 'Milk first?' })).toMatchObject({
      channel: { topic: { value: 'Milk first?' } },
    });
    expect(await call(sandbox, 'conversations.rename', { channel, name: 'coffee-round' })).toMatchObject({
      channel: { name: 'coffee-round' },
    });
    expect(await call(sandbox, 'conversations.archive', { channel })).toMatchObject({ ok: true });
    expect(await call(sandbox, 'conversations.archive', { channel })).toMatchObject({ error: 'already_archived' });
    expect(await call(sandbox, 'conversations.join', { channel })).toMatchObject({ error: 'is_archived' });
    expect(await call(sandbox, 'conversations.unarchive', { channel })).toMatchObject({ ok: true });
    expect(await call(sandbox, 'conversations.leave', { channel })).toMatchObject({ ok: true });
  });
});

describe('people', () => {
  beforeEach(async () => {
    sandbox = await aSandbox();
  });

  it('have a manager in their profile', async () => {
    const { profile } = await call(sandbox, 'team.profile.get');
    const manager = (profile as { fields: { id: string; label: string; type: string }[] }).fields.find(
      (field) => field.label === 'Manager',
    );
    expect(manager?.type).toBe('user');
    const robins = await call(sandbox, 'users.profile.get', { user: robin, include_labels: true });
    expect(robins).toHaveProperty(`profile.fields.${manager?.id}`, { value: hazel, alt: '', label: 'Manager' });
    expect(await call(sandbox, 'users.profile.get', { user: 'U0NOBODY000' })).toMatchObject({
      error: 'user_not_found',
    });
  });

  it('keep their address to themselves without the scope', async () => {
    const { user } = await call(sandbox, 'users.info', { user: ana });
    expect(user).not.toHaveProperty('profile.email');
  });

  it('are told apart from Slackbot only by its id', async () => {
    const { members } = await call(sandbox, 'users.list');
    expect(members).toContainEqual(expect.objectContaining({ id: 'USLACKBOT', is_bot: false }));
    expect(members).toContainEqual(expect.objectContaining({ id: bot, is_bot: true }));
  });
});

describe('reactions', () => {
  it('are added once and removed once', async () => {
    sandbox = await aSandbox();
    const { ts } = await call(sandbox, 'chat.postMessage', { channel: general, text: 'x' });
    const item = { channel: general, timestamp: ts, name: 'eyes' };
    expect(await call(sandbox, 'reactions.add', item)).toEqual({ ok: true });
    expect(await call(sandbox, 'reactions.add', item)).toMatchObject({ error: 'already_reacted' });
    expect(await call(sandbox, 'reactions.get', item)).toMatchObject({
      message: { reactions: [{ name: 'eyes', users: [bot], count: 1 }] },
    });
    expect(await call(sandbox, 'reactions.remove', item)).toEqual({ ok: true });
    expect(await call(sandbox, 'reactions.remove', item)).toMatchObject({ error: 'no_reaction' });
    expect(await call(sandbox, 'reactions.add', { ...item, name: 'not an emoji' })).toMatchObject({
      error: 'invalid_name',
    });
    expect(await call(sandbox, 'reactions.add', { ...item, timestamp: '1.2' })).toMatchObject({
      error: 'message_not_found',
    });
  });
});

describe('faults for tests of the app', () => {
  const raw = (text: string) =>
    fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
      body: JSON.stringify({ channel: general, text }),
      signal: AbortSignal.timeout(300),
    });
  const texts = async () =>
    ((await call(sandbox, 'conversations.history', { channel: general })).messages as { text: string }[]).map(
      (one) => one.text,
    );

  beforeEach(async () => {
    sandbox = await aSandbox({ limits: false });
  });

  it('answer as busy, broken or garbled, as often as told', async () => {
    sandbox.faults.next({ method: 'chat.postMessage', kind: { answer: 429, retryAfter: 7 } });
    sandbox.faults.next({ method: 'chat.postMessage', times: 2, kind: { answer: 503 } });
    sandbox.faults.next({ method: 'chat.postMessage', kind: { answer: 'malformed' } });
    const busy = await raw('a');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7']);
    expect([(await raw('b')).status, (await raw('c')).status]).toEqual([503, 503]);
    await expect((await raw('d')).json()).rejects.toThrow('JSON');
    expect((await raw('e')).status).toBe(200);
    expect(await texts()).toEqual(['e']);
  });

  it('lose the answer of a call that was carried out, or never answer', async () => {
    sandbox.faults.next({ method: 'chat.postMessage', kind: { answer: 'lost' } });
    sandbox.faults.next({ method: 'chat.postMessage', kind: { answer: 'hang' } });
    sandbox.faults.next({ method: 'chat.postMessage', kind: { answer: 'reset' } });
    await expect(raw('lost')).rejects.toThrow();
    await expect(raw('hung')).rejects.toThrow();
    await expect(raw('reset')).rejects.toThrow();
    expect(await texts()).toEqual(['lost']);
  });
});
