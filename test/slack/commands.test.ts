import type { Visit } from '../../src/platform/doors/doors.js';
import { deskWith, ithelp } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import { ANA, action, command, GENERAL } from './support/payloads.js';

const visits: Visit[] = [];
let office: Opened;
beforeAll(async () => {
  office = await openTo([deskWith(ithelp(visits))]);
});
afterAll(() => office.close());
beforeEach(async () => {
  // What the test before it left under way must not be counted here.
  await office.connection.idle();
  visits.length = 0;
  office.slack.calls.length = 0;
  await office.people.remember(someone(ANA));
});

const type = (text: string) => office.deliver('slash_commands', command(office.slack.url, text));

describe('a slash command', () => {
  it('opens the form with what was typed in it', async () => {
    expect(await type('till 3 is frozen')).toEqual({});
    const { view } = await office.slack.heard('views.open');
    expect(JSON.stringify(view?.blocks)).toContain('"initial_value":"till 3 is frozen"');
    expect(visits[0]).toMatchObject({ person: { id: ANA }, language: 'en', channel: { id: GENERAL, name: 'general' } });
  });

  it.each([
    ['list', 'list:'],
    ['  LIST  mine too ', 'list:mine too'],
    ['listă', 'list:'],
    ['search  printer jam', 'search:printer jam'],
    ['42', 'number:42'],
    ['#42', 'number:#42'],
  ])('understands %j', async (typed, answer) => {
    await type(typed);
    const said = await office.slack.heard('respond');
    expect(said).toMatchObject({ text: answer, response_type: 'ephemeral' });
  });

  it.each(['help', 'ajutor', '?', ' HELP '])('explains itself to whoever types %j', async (typed) => {
    await type(typed);
    const { blocks } = await office.slack.heard('respond');
    const shown = JSON.stringify(blocks);
    for (const part of [
      '`/ithelp list | lista` – shows the list',
      '`/ithelp search …`',
      '`/ithelp 42`',
      'Ask for *help*.',
    ]) {
      expect(shown).toContain(part);
    }
  });

  it('explains itself in Romanian to who speaks it', async () => {
    await office.people.remember(someone(ANA, 'ro-RO'));
    await type('help');
    expect(JSON.stringify((await office.slack.heard('respond')).blocks)).toContain('arată lista');
  });

  it('asks what was meant when a subcommand is mistyped, and does what the person says then', async () => {
    await type('lsit');
    const asked = await office.slack.heard('respond');
    expect(asked.text).toBe("I don't know `/ithelp lsit`. Did you mean `/ithelp list`?");
    const buttons = buttonsIn(asked.blocks);
    await office.deliver('interactive', action(office.slack.url, buttons[0] ?? {}));
    expect(await office.slack.heard('respond', 2)).toMatchObject({ text: 'list:' });
    expect(await office.slack.heard('respond', 3)).toMatchObject({ delete_original: true });
    await office.deliver('interactive', action(office.slack.url, buttons[1] ?? {}));
    expect(JSON.stringify((await office.slack.heard('views.open')).view)).toContain('"initial_value":"lsit"');
    await office.slack.heard('respond', 4);
  });

  it('takes a longer text as a request, however much its beginning looks like a subcommand', async () => {
    await type('lits of printers jam');
    expect(JSON.stringify((await office.slack.heard('views.open')).view)).toContain('lits of printers jam');
  });

  it('that nobody answers is said to be so', async () => {
    await office.deliver('slash_commands', command(office.slack.url, '', ANA, '/gone'));
    expect((await office.slack.heard('respond')).text).toContain('Nobody here answers `/gone`.');
  });

  it('is refused politely to apps and to people who left', async () => {
    await office.people.remember({ ...someone(ANA), isBot: true });
    await type('list');
    expect((await office.slack.heard('respond')).text).toBe('The back office serves people, not apps.');
    await office.people.remember({ ...someone(ANA), deactivated: true });
    await type('list');
    expect((await office.slack.heard('respond', 2)).text).toContain('deactivated');
    expect(visits).toEqual([]);
  });

  it('from a stranger makes the office ask Slack who that is, with their manager and language', async () => {
    await office.deliver('slash_commands', command(office.slack.url, 'list', 'U0000NEW'));
    await office.slack.heard('respond');
    expect(visits[0]).toMatchObject({ language: 'ro', person: { id: 'U0000NEW', managerId: 'U0000BOSS' } });
    await office.deliver('slash_commands', command(office.slack.url, 'list', 'U0000NEW'));
    await office.slack.heard('respond', 2);
    expect(office.slack.of('users.info')).toHaveLength(1);
  });

  it('that Slack repeats is answered once', async () => {
    const twice = command(office.slack.url, 'list');
    await Promise.all([office.deliver('slash_commands', twice), office.deliver('slash_commands', twice)]);
    await office.deliver('slash_commands', twice);
    await type('42');
    await office.slack.heard('respond', 2);
    expect(office.slack.of('respond').map(({ text }) => text)).toEqual(['list:', 'number:42']);
  });
});

function buttonsIn(blocks: unknown): { action_id: string; value: string }[] {
  return (blocks as { elements?: { action_id: string; value: string }[] }[])
    .flatMap((block) => block.elements ?? [])
    .filter(({ action_id }) => action_id);
}
