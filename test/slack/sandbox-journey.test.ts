import { setTimeout as pause } from 'node:timers/promises';
import { modal, section } from '../../src/platform/blocks.js';
import type { Desk, FormVisit } from '../../src/platform/doors/doors.js';
import { systemClock } from '../../src/platform/time.js';
import { type AtThePage, enter } from '../../src/sandbox/driver/index.js';
import type { Sandbox } from '../../src/sandbox/start.js';
import { connectSlack, type SlackConnection } from '../../src/slack/connect.js';
import { reachSlack, type SlackSettings } from '../../src/slack/reach.js';
import { deskWith, form, ithelp, no, whatIn } from './support/desk.js';
import { type Logged, logInto, Memory } from './support/opened.js';
import { openSandbox } from './support/sandbox.js';
import { until } from './support/stub-slack.js';

const raise = async ({ view, person }: FormVisit) => {
  const what = whatIn(view.values);
  if (what.length < 5) throw no('tooShort', { what: 'it' }, 'what');
  return { say: { text: `Raised for ${person.name}: ${what}` } };
};
const press = async () => ({
  push: modal({ callbackId: 'test.next', title: 'On top', close: 'Close', blocks: [section('pressed')] }),
});

const desk: Desk = deskWith({
  ...ithelp(),
  forms: { 'test.form': raise },
  actions: { 'test.press': press },
  globalShortcuts: { 'it.help-desk.ask': async () => ({ open: form() }) },
  messageShortcuts: { 'it.help-desk.from-message': async ({ message }) => ({ open: form(message.text) }) },
  home: { order: 1, blocks: async ({ person }) => [section(`At home: ${person.name}`)] },
});

describe.each(['socket', 'http'] as const)('in the local Slack, over %s', (delivery) => {
  let sandbox: Sandbox;
  let connection: SlackConnection;
  let ana: AtThePage;
  let hazel: AtThePage;
  const people = new Memory();
  const lines: Logged[] = [];

  beforeAll(async () => {
    sandbox = await openSandbox(delivery);
    const { botToken, appToken, signingSecret, apiUrl } = sandbox;
    const settings: SlackSettings =
      delivery === 'socket'
        ? { mode: 'socket', botToken, appToken, apiUrl }
        : { mode: 'http', botToken, signingSecret, apiUrl };
    const log = logInto(lines);
    const reach = await reachSlack(settings, log);
    connection = await connectSlack({ settings, reach, desks: [desk], people, clock: systemClock, log });
    if (connection.port !== null) sandbox.deliverTo(`http://127.0.0.1:${connection.port}/slack/events`);
    ana = await enter(sandbox.url, 'ana');
    hazel = await enter(sandbox.url, 'hazel');
  }, 30_000);
  afterAll(async () => {
    ana?.leaves();
    hazel?.leaves();
    await connection?.stop(1_000);
    await sandbox?.close();
  });

  it('a command becomes a form, is corrected at its field in the person’s language, and is confirmed', async () => {
    expect(await ana.types('general', '/ithelp casa')).toMatchObject({ ok: true });
    const open = await ana.modal('Test');
    expect(open.filled('What?')).toBe('casa');
    expect(await open.submit()).toEqual({ errors: { 'What?': 'Spuneți puțin mai mult despre it.' } });
    await open.fill('What?', 'casa 3 nu merge');
    expect(await open.submit()).toEqual({ closed: true });
    await ana.sees('casa 3 nu merge', { in: 'app' });
  });

  it('a mistyped subcommand is asked about, and one press does what was meant', async () => {
    await hazel.types('general', '/ithelp lsit');
    const question = await hazel.sees('Did you mean');
    await question.press('Yes: list');
    await hazel.sees('list:');
  });

  it('a button in a form puts another form on top', async () => {
    await hazel.types('general', '/ithelp till 3');
    const open = await hazel.modal('Test');
    await open.press('Press');
    await hazel.modal('On top');
    await open.close(true);
  });

  it('shortcuts open the form, from anywhere and from a message', async () => {
    await hazel.shortcut('Ask IT for help');
    await (await hazel.modal('Test')).close();
    const message = await hazel.writes('general', 'the printer jams');
    await message.shortcut('Make an IT ticket');
    const open = await hazel.modal('Test');
    expect(open.filled('What?')).toBe('the printer jams');
    await open.close();
  });

  it('App Home greets who opens it, and everybody can be learned', async () => {
    const home = await ana.opensHome();
    expect(home.text()).toContain('At home: ');
    expect(await connection.syncPeople()).toBeGreaterThan(4);
    const known = [...people.people.values()].find(({ id }) => id === ana.id);
    expect(known).toMatchObject({ managerId: hazel.id, locale: expect.stringMatching(/^ro/) });
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('a command is answered again once the lines were renewed', async () => {
    if (delivery === 'http') return;
    expect(sandbox.connections()).toBe(2);
    sandbox.disconnectSockets('refresh_requested');
    const isAnswered = async () => (await ana.types('general', '/ithelp list')).ok;
    for (let tries = 0; tries < 50 && !(await isAnswered()); tries++) await pause(100);
    await until(() => sandbox.connections() === 2, 'both lines again');
    expect(await isAnswered()).toBe(true);
  });
});
