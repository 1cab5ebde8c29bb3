import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../../src/sandbox/start.js';
import { overHttp, overSocket, stopApps } from './support/app.js';
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
  until,
} from './support/sandbox.js';

const closing: (() => void)[] = [];
afterEach(async () => {
  await stopApps();
  for (const close of closing.splice(0)) close();
  await closeSandboxes();
});

interface Heard {
  events: Record<string, unknown>[];
}

async function anAppThatHears(
  options = {},
  run: (sandbox: Sandbox, prepare: (app: App) => void) => Promise<App> = overSocket,
) {
  const heard: Heard = { events: [] };
  const sandbox = await aSandbox({ limits: false, ...options });
  await run(sandbox, (app) => {
    app.event(/.*/, async ({ event }) => {
      heard.events.push({ ...event });
    });
  });
  const comes = (fits: (event: Record<string, unknown>) => boolean) => until(() => heard.events.find(fits));
  return { sandbox, heard, comes };
}

describe('events', () => {
  it('tell of messages in channels that the app is in, edited and deleted too', async () => {
    const { sandbox, comes } = await anAppThatHears();
    const jays = await sandbox.person('jay');
    const said = await jays.writes('general', 'tea?');
    expect(await comes((event) => event.text === 'tea?')).toMatchObject({
      type: 'message',
      user: jay,
      channel: general,
      channel_type: 'channel',
      ts: said.message().ts,
    });
    await said.edit('coffee?');
    expect(await comes((event) => event.subtype === 'message_changed')).toMatchObject({
      message: { text: 'coffee?', edited: { user: jay } },
      previous_message: { text: 'tea?' },
    });
    await said.delete();
    expect(await comes((event) => event.subtype === 'message_deleted')).toMatchObject({
      deleted_ts: said.message().ts,
      previous_message: { text: 'coffee?' },
    });
    const robins = await sandbox.person('robin');
    await robins.writes('it-triage', 'private');
    expect(await comes((event) => event.text === 'private')).toMatchObject({ channel_type: 'group' });
    await robins.writes('app', 'to you alone');
    expect(await comes((event) => event.text === 'to you alone')).toMatchObject({ channel_type: 'im' });
  });

  it('leave out channels where the app is no member, and whatever it did not subscribe to', async () => {
    const { sandbox, heard, comes } = await anAppThatHears();
    const made = await does(sandbox, hazel, 'create_channel', { name: 'quiet', is_private: false });
    const quiet = made.ok ? made.channel.id : '';
    await does(sandbox, hazel, 'send', { channel: quiet, text: `<@${bot}> are you here?` });
    const said = await does(sandbox, hazel, 'send', { channel: general, text: 'here' });
    const ts = said.ok ? said.message.ts : '';
    await does(sandbox, ana, 'react', { channel: general, ts, name: 'eyes', on: true });
    await does(sandbox, ana, 'react', { channel: general, ts, name: 'eyes', on: false });
    await comes((event) => event.type === 'reaction_added');
    await does(sandbox, hazel, 'send', { channel: general, text: 'last' });
    await comes((event) => event.text === 'last');
    expect(heard.events.map((event) => event.type)).toEqual(['message', 'reaction_added', 'message']);
  });

  it('tell of coming and going, also of the app itself', async () => {
    const { sandbox, comes } = await anAppThatHears();
    await does(sandbox, robin, 'invite', { channel: triage, users: [ana] });
    expect(await comes((event) => event.type === 'member_joined_channel')).toMatchObject({
      user: ana,
      channel: triage,
      channel_type: 'G',
      inviter: robin,
    });
    await does(sandbox, robin, 'kick', { channel: triage, user: bot });
    expect(await comes((event) => event.type === 'group_left')).toMatchObject({ channel: triage, actor_id: robin });
    const invited = await sandbox.person('hazel');
    await invited.types('it-triage', '/invite @testapp');
    expect(await comes((event) => event.type === 'member_joined_channel' && event.user === bot)).toMatchObject({
      channel: triage,
    });
  });

  it('tell of a visit to the app, of files, and of people', async () => {
    const { sandbox, comes } = await anAppThatHears();
    const jays = await sandbox.person('jay');
    const channel = await jays.opensMessages();
    expect(await comes((event) => event.type === 'app_home_opened')).toMatchObject({
      user: jay,
      tab: 'messages',
      channel,
    });
    const file = await jays.uploads('note.txt', 'a note');
    await jays.writes('general', 'see', { files: [file] });
    expect(await comes((event) => event.subtype === 'file_share')).toMatchObject({
      files: [{ id: file, name: 'note.txt', size: 6 }],
    });
    expect(await comes((event) => event.type === 'file_shared')).toMatchObject({ file_id: file, channel_id: general });
    await does(sandbox, jay, 'set_profile', { locale: 'ro-RO' });
    expect(await comes((event) => event.type === 'user_change')).toMatchObject({ user: { id: jay, locale: 'ro-RO' } });
  });
});

describe('Socket Mode', () => {
  const connect = async (sandbox: Sandbox, onEvent: (envelope: Record<string, unknown>, socket: WebSocket) => void) => {
    const { url } = await call(sandbox, 'apps.connections.open', {}, sandbox.appToken);
    const socket = new WebSocket(String(url));
    closing.push(() => socket.terminate());
    const hello = await new Promise<Record<string, unknown>>((resolve) => {
      socket.on('message', (data) => {
        const read = JSON.parse(String(data)) as Record<string, unknown>;
        if (read.type === 'hello') resolve(read);
        else onEvent(read, socket);
      });
    });
    return { socket, hello, url: String(url) };
  };
  const ack = (envelope: Record<string, unknown>, socket: WebSocket) =>
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));

  it('takes a ticket once', async () => {
    const sandbox = await aSandbox();
    const { hello, url } = await connect(sandbox, ack);
    expect(hello).toMatchObject({
      num_connections: 1,
      debug_info: { approximate_connection_time: expect.any(Number) },
    });
    const again = new WebSocket(url);
    await expect(new Promise((_resolve, reject) => again.on('error', reject))).rejects.toThrow('401');
  });

  it('delivers each event over one of several connections', async () => {
    const sandbox = await aSandbox();
    const got: Record<string, unknown>[][] = [[], []];
    for (const one of got) {
      await connect(sandbox, (envelope, socket) => {
        one.push(envelope);
        ack(envelope, socket);
      });
    }
    for (const text of ['1', '2', '3', '4']) await does(sandbox, ana, 'send', { channel: general, text });
    await until(() => got.flat().length === 4);
    expect(got.map((one) => one.length)).toEqual([2, 2]);
  });

  it('delivers an event again when nobody acknowledged it', async () => {
    const sandbox = await aSandbox({ patienceMs: 50, retryTimeScale: 0.001 });
    const got: Record<string, unknown>[] = [];
    await connect(sandbox, (envelope) => void got.push(envelope));
    await does(sandbox, ana, 'send', { channel: general, text: 'hello?' });
    await until(() => got.length === 4);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(got.map((one) => [one.retry_attempt, one.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(new Set(got.map((one) => (one.payload as { event_id: string }).event_id)).size).toBe(1);
  });

  it('delivers what came while the app was away once it is back', async () => {
    const sandbox = await aSandbox();
    await does(sandbox, ana, 'send', { channel: general, text: 'anyone?' });
    const { comes } = await (async () => {
      const texts: string[] = [];
      await overSocket(
        sandbox,
        (app) =>
          void app.message(async ({ message }) => void texts.push('text' in message ? (message.text ?? '') : '')),
      );
      return { comes: () => until(() => texts[0]) };
    })();
    expect(await comes()).toBe('anyone?');
  });

  it('tells Bolt to connect anew, and Bolt does', async () => {
    const { sandbox, comes } = await anAppThatHears();
    sandbox.disconnectSockets('refresh_requested');
    await until(() => sandbox.connections() === 0);
    await until(() => sandbox.connections() === 1, 15_000);
    await does(sandbox, ana, 'send', { channel: general, text: 'still there?' });
    await comes((event) => event.text === 'still there?');
  });
});

describe('signed HTTP', () => {
  it('delivers events to an app of Bolt, and an event of one’s own making', async () => {
    const { sandbox, comes } = await anAppThatHears({ delivery: 'http' }, overHttp);
    await does(sandbox, ana, 'send', { channel: general, text: 'over HTTP' });
    await comes((event) => event.text === 'over HTTP');
    sandbox.deliverEvent({ type: 'app_mention', user: ana, text: 'odd', channel: general, ts: '1.000001' }, 'Ev0ODD');
    await comes((event) => event.text === 'odd');
  });

  it('repeats an event with the number and reason in its headers', async () => {
    const got: unknown[] = [];
    const server = createServer((request, response) => {
      got.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
      response.writeHead(500).end();
    }).listen(0, '127.0.0.1');
    closing.push(() => server.close());
    await until(() => server.listening);
    const sandbox = await aSandbox({ delivery: 'http', retryTimeScale: 0.0001 });
    sandbox.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await does(sandbox, ana, 'send', { channel: general, text: 'x' });
    await until(() => got.length === 4);
    expect(got).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
  });
});
