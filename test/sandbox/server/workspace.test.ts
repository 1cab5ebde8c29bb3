import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/start.js';
import { ana, aSandbox, call, closeSandboxes, does, general, hazel, jay, triage, until } from './support/sandbox.js';

afterEach(closeSandboxes);

describe('the workspace', () => {
  const folders: string[] = [];
  const aFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    return folder;
  };
  afterEach(async () => {
    await closeSandboxes();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('remembers everything over a restart: tokens, messages, files, and its time', async () => {
    const folder = aFolder();
    const before = await aSandbox({ folder });
    const person = await before.person('ana');
    const file = await person.uploads('note.txt', 'kept');
    await person.writes('general', 'remember me', { files: [file] });
    await does(before, ana, 'clock', { by: 48 * 3600_000 });
    await before.close();

    const after = await aSandbox({ folder });
    expect([after.botToken, after.appToken, after.signingSecret]).toEqual([
      before.botToken,
      before.appToken,
      before.signingSecret,
    ]);
    expect(after.clock.now() - Date.now()).toBeGreaterThan(47 * 3600_000);
    const history = await does(after, ana, 'history', { channel: general });
    const message = history.ok ? history.messages[0] : undefined;
    expect(message).toMatchObject({ text: 'remember me', files: [{ id: file }] });
    expect(await (await fetch(after.url + message?.files?.[0]?.page_url)).text()).toBe('kept');
  });

  it('has written down what happened a moment ago, also when it is killed', async () => {
    const folder = aFolder();
    const running = await aSandbox({ folder });
    await does(running, ana, 'send', { channel: general, text: 'before the crash' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const beside = await aSandbox({ folder });
    const history = await does(beside, ana, 'history', { channel: general });
    expect(history).toMatchObject({ messages: [{ text: 'before the crash' }] });
  });

  it('says in a sentence that its port is taken', async () => {
    const { url } = await aSandbox();
    const port = Number(new URL(url).port);
    const again = startSandbox({ port, folder: null, manifestPath: 'manifest.yml', delivery: 'socket' });
    await expect(again).rejects.toThrow(`Port ${port} is taken by another program.`);
  });

  it('starts anew when it is reset, and the app stays installed', async () => {
    const sandbox = await aSandbox();
    await does(sandbox, ana, 'send', { channel: general, text: 'gone soon' });
    await does(sandbox, ana, 'reset', {});
    expect(await does(sandbox, ana, 'history', { channel: general })).toMatchObject({ messages: [] });
    expect(await call(sandbox, 'auth.test')).toMatchObject({ ok: true });
  });

  it('has a demo company with people of two languages and what they said lately', async () => {
    const sandbox = await aSandbox({ company: 'demo', manifestPath: 'manifest.yml' });
    const start = await does(sandbox, '', 'start', {});
    const people = start.ok ? start.people.filter((person) => !person.is_bot) : [];
    expect(people).toHaveLength(12);
    expect(new Set(people.map((person) => person.locale))).toEqual(new Set(['en-GB', 'ro-RO']));
    expect(people.filter((person) => person.manager === null).map((person) => person.name)).toEqual(['hazel']);
    const room = await does(sandbox, ana, 'history', { channel: 'C0SHOPFLOOR' });
    const till = room.ok ? room.messages.find((message) => message.text.startsWith('Casa 3')) : undefined;
    expect(till).toMatchObject({ reply_count: 1 });
  });
});

describe('the clock', () => {
  it('moves for everyone, and those who listen hear of it', async () => {
    const sandbox = await aSandbox();
    let moved = 0;
    sandbox.clock.onMove(() => {
      moved += 1;
    });
    const friday = Date.UTC(2030, 10, 22, 16);
    expect(await does(sandbox, ana, 'clock', { to: friday })).toMatchObject({ ok: true });
    expect(Math.abs(sandbox.clock.now() - friday)).toBeLessThan(2000);
    const { ts } = await call(sandbox, 'chat.postMessage', { channel: general, text: 'from the future' });
    expect(Math.abs(Number(ts) * 1000 - friday)).toBeLessThan(3000);
    await does(sandbox, ana, 'clock', { real: true });
    expect(moved).toBe(2);
  });

  it('gives every message a later timestamp, also when it was moved back', async () => {
    const sandbox = await aSandbox({ limits: false });
    const stamps: string[] = [];
    for (const by of [0, 3600_000, -7200_000, 0]) {
      await does(sandbox, ana, 'clock', { by });
      stamps.push(String((await call(sandbox, 'chat.postMessage', { channel: general, text: 'x' })).ts));
    }
    expect([...stamps].sort()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(4);
  });
});

describe('people at the page', () => {
  it('see no private channel that they are not in', async () => {
    const sandbox = await aSandbox();
    const start = await does(sandbox, jay, 'start', {});
    expect(start.ok && start.channels.map((channel) => channel.id)).not.toContain(triage);
    for (const answer of [
      await does(sandbox, jay, 'history', { channel: triage }),
      await does(sandbox, jay, 'send', { channel: triage, text: 'let me in' }),
      await does(sandbox, jay, 'join', { channel: triage }),
    ]) {
      expect(answer).toEqual({ ok: false, error: 'channel_not_found' });
    }
  });

  it('edit and delete only what they wrote', async () => {
    const sandbox = await aSandbox();
    const sent = await does(sandbox, ana, 'send', { channel: general, text: 'mine' });
    const ts = sent.ok ? sent.message.ts : '';
    expect(await does(sandbox, jay, 'edit', { channel: general, ts, text: 'yours' })).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
    expect(await does(sandbox, jay, 'delete', { channel: general, ts })).toEqual({
      ok: false,
      error: 'cant_delete_message',
    });
    expect(await does(sandbox, hazel, 'delete', { channel: general, ts })).toEqual({ ok: true });
  });

  it('lose their access when they are deactivated, by an admin only', async () => {
    const sandbox = await aSandbox();
    expect(await does(sandbox, jay, 'set_person', { user: ana, deleted: true })).toEqual({
      ok: false,
      error: 'not_authorized',
    });
    expect(await does(sandbox, hazel, 'set_person', { user: ana, deleted: true })).toEqual({ ok: true });
    expect(await does(sandbox, ana, 'send', { channel: general, text: 'x' })).toEqual({
      ok: false,
      error: 'account_inactive',
    });
    expect(await call(sandbox, 'users.info', { user: ana })).toMatchObject({ user: { deleted: true } });
  });

  it('count what they have not read, and what concerns them', async () => {
    const sandbox = await aSandbox();
    const last = await does(sandbox, ana, 'send', { channel: general, text: 'one' });
    await does(sandbox, ana, 'send', { channel: general, text: `<@${jay}> two` });
    const view = async () => {
      const start = await does(sandbox, jay, 'start', {});
      return start.ok ? start.channels.find((channel) => channel.id === general) : undefined;
    };
    expect(await view()).toMatchObject({ unread: 2, mentions: 1 });
    await does(sandbox, jay, 'read', { channel: general, ts: last.ok ? last.message.ts : '' });
    expect(await view()).toMatchObject({ unread: 1, mentions: 1 });
  });

  it('use the commands that come with the workspace', async () => {
    const sandbox = await aSandbox();
    const person = await sandbox.person('jay');
    await person.types('general', '/status :tea: at lunch');
    await person.hears('at lunch');
    await person.types('general', '/away');
    await person.types('general', '/dnd 30m');
    const jays = await until(async () => {
      const start = await does(sandbox, jay, 'start', {});
      const found = start.ok ? start.people.find((one) => one.id === jay) : undefined;
      return found && found.dnd_until > 0 ? found : null;
    });
    expect(jays).toMatchObject({ presence: 'away', profile: { status_text: 'at lunch', status_emoji: ':tea:' } });
    await person.types('general', '/topic Tea at four');
    await person.sees('Tea at four');
    await person.types('general', '/shrug who knows');
    await person.sees('who knows ¯\\_(ツ)_/¯');
    await person.types('general', '/who');
    await person.hears('<@U0ANA000000>');
  });
});

describe('the door', () => {
  const ask = (url: string, headers: Record<string, string>) =>
    fetch(`${url}/_page/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ as: ana }),
    });

  it('lets no page of another site in', async () => {
    const { url } = await aSandbox();
    expect((await ask(url, { origin: url })).status).toBe(200);
    expect((await ask(url, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask(url, { origin: 'null' })).status).toBe(403);
  });

  it('says what to do while the page is not built', async () => {
    const { url } = await aSandbox({ pageFolder: '/nowhere' });
    expect(await (await fetch(url)).text()).toContain('npm run build');
  });
});
