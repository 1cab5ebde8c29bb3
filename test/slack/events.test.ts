import { section } from '../../src/platform/blocks.js';
import type { EventVisit } from '../../src/platform/doors/doors.js';
import { AlreadyHandled } from '../../src/platform/user-error.js';
import { deskWith, no } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import { ANA, event, GENERAL } from './support/payloads.js';
import { BOT, send, until } from './support/stub-slack.js';

let seen: { by: string; visit: EventVisit }[] = [];
let first: (visit: EventVisit) => Promise<boolean>;
let homes: number;
let office: Opened;

beforeAll(async () => {
  const note = (by: string) => async (visit: EventVisit) => {
    seen.push({ by, visit });
    return by === 'second';
  };
  office = await openTo([
    deskWith({
      name: 'one',
      events: { message: (visit) => first(visit), app_mention: (visit) => first(visit) },
      home: {
        order: 2,
        blocks: async () => Array.from({ length: homes }, (_, index) => section(`one ${index}`)),
        foot: async () => [section('foot')],
      },
    }),
    deskWith({
      name: 'two',
      events: { message: note('second'), member_joined_channel: note('second'), reaction_added: note('second') },
      home: { order: 1, blocks: async () => Promise.reject(no('refused', { who: 'Ana' })) },
    }),
    deskWith({ name: 'three', events: { message: note('third') } }),
  ]);
});
afterAll(() => office.close());
beforeEach(async () => {
  // What the test before it left under way must not be counted here.
  await office.connection.idle();
  seen = [];
  homes = 1;
  office.slack.calls.length = 0;
  office.lines.length = 0;
  await office.people.remember(someone(ANA));
  first = async (visit) => {
    seen.push({ by: 'first', visit });
    return false;
  };
});

const happen = async (inner: Record<string, unknown> & { type: string }, id?: string) => {
  await office.deliver('events_api', event(inner, id));
  await office.connection.idle();
};
const said = { type: 'message', user: ANA, text: 'hello', channel: GENERAL, channel_type: 'channel', ts: '1.1' };

describe('an event', () => {
  it('goes from desk to desk until one takes it', async () => {
    await happen(said, 'Ev1');
    expect(seen.map(({ by }) => by)).toEqual(['first', 'second']);
    expect(seen[0]?.visit).toMatchObject({ event: said, person: { id: ANA }, key: 'Ev1' });
  });

  it('is heard once, however often Slack repeats it', async () => {
    await Promise.all([happen(said, 'Ev2'), happen(said, 'Ev2')]);
    await happen(said, 'Ev2');
    expect(seen).toHaveLength(2);
  });

  it.each([
    ['the bot itself says something', { ...said, user: BOT }],
    ['another app says something', { ...said, bot_id: 'B0000OTHER' }],
    ['an app says something under its own name', { ...said, user: undefined, subtype: 'bot_message' }],
    ['an app edits what it said', { ...said, user: undefined, subtype: 'message_changed', message: { bot_id: 'B1' } }],
    ["the bot's message is deleted", { ...said, subtype: 'message_deleted', previous_message: { user: BOT } }],
    ['the bot itself reacts', { type: 'reaction_added', user: BOT, reaction: 'ticket' }],
  ])('is nobody’s request when %s', async (_, inner) => {
    await happen(inner as typeof said);
    expect(seen).toEqual([]);
  });

  it('is from who wrote the message when that is edited', async () => {
    await happen({
      ...said,
      user: undefined,
      subtype: 'message_changed',
      message: { user: ANA, text: 'better' },
    } as never);
    expect(seen[0]?.visit.person?.id).toBe(ANA);
  });

  it('that the bot was invited somewhere is news, though nobody asked for anything', async () => {
    await happen({ type: 'member_joined_channel', user: BOT, channel: GENERAL });
    expect(seen[0]?.visit.person).toBeNull();
  });

  it('that a desk fails at is tried again, because Slack won’t repeat it', async () => {
    let times = 0;
    first = async () => {
      times += 1;
      if (times === 1) throw new Error('database away for a moment');
      return true;
    };
    await happen(said);
    await until(() => times === 2, 'the second attempt');
    expect(office.lines).toEqual([]);
  });

  it('that was handled before is left alone', async () => {
    first = async () => Promise.reject(new AlreadyHandled());
    await happen(said);
    expect(seen).toEqual([]);
    expect(office.lines).toEqual([]);
  });

  it('is declined where only the person sees it, or as a reply in a direct message', async () => {
    first = async () => Promise.reject(no('refused', { who: 'Ana' }));
    await happen(said);
    expect(await office.slack.heard('chat.postEphemeral')).toMatchObject({ user: ANA, text: 'Not for you, Ana.' });
    await happen({ ...said, channel: 'D0000ANA', channel_type: 'im' });
    expect(await office.slack.heard('chat.postMessage')).toMatchObject({ channel: ANA, text: 'Not for you, Ana.' });
  });

  it('that keeps failing is logged once; a person who wrote to the bot gets the reference', async () => {
    first = async () => Promise.reject(new Error('broken'));
    await office.deliver('events_api', event({ ...said, type: 'app_mention' }));
    await until(() => office.slack.of('chat.postEphemeral').length > 0, 'an apology', 9_000);
    const [line, ...others] = office.lines.filter(({ level }) => level === 'error');
    expect(others).toEqual([]);
    expect(office.slack.of('chat.postEphemeral')[0]?.text).toContain(String(line?.fields.reference));
  }, 15_000);
});

describe('people', () => {
  it('who come or change are remembered, with their manager', async () => {
    const profile = { display_name: 'Mara', status_emoji: ':palm_tree:', status_expiration: 1764000000 };
    await happen({ type: 'team_join', user: { id: 'U0000MARA', tz: 'Europe/Paris', locale: 'ro-RO', profile } });
    await until(() => office.people.people.has('U0000MARA'), 'Mara');
    expect(office.people.people.get('U0000MARA')).toMatchObject({
      name: 'Mara',
      locale: 'ro-RO',
      timeZone: 'Europe/Paris',
      managerId: 'U0000BOSS',
      statusEmoji: ':palm_tree:',
    });
    await happen({ type: 'user_change', user: { id: 'U0000MARA', deleted: true, profile: {} } });
    await until(() => office.people.people.get('U0000MARA')?.deactivated === true, 'Mara leaving');
    expect(office.people.people.get('U0000MARA')).toMatchObject({ deactivated: true, managerId: 'U0000BOSS' });
  });

  it('are all learned from Slack, page by page, and with the patience that it asks for', async () => {
    office.slack.answers['users.list'] = ({ cursor }) => ({
      members: [
        { id: cursor ? 'U0000B' : 'U0000A', profile: { real_name: 'R' } },
        { id: 'USLACKBOT', profile: {} },
      ],
      response_metadata: { next_cursor: cursor ? '' : 'more' },
    });
    office.slack.fail('users.profile.get', (response) => send(response, { ok: false }, 429, { 'retry-after': '1' }));
    expect(await office.connection.syncPeople()).toBe(4);
    expect(office.people.people.get('U0000A')).toMatchObject({ name: 'R', managerId: 'U0000BOSS' });
    expect(office.people.people.get('USLACKBOT')).toMatchObject({ isBot: true });
  });
});

describe('App Home', () => {
  const open = () => happen({ type: 'app_home_opened', user: ANA, tab: 'home', channel: 'D1' });
  const shown = async () => (await office.slack.heard('views.publish')).view?.blocks ?? [];

  it('shows what each desk has, in their order, a desk that declines in its own place, and the foot last', async () => {
    await open();
    const texts = (await shown()).map((block) => (block as { text?: { text: string } }).text?.text ?? '-');
    expect(texts).toEqual(['Not for you, Ana.', '-', 'one 0', '-', 'foot']);
    expect(office.people.openedBy).toContain(ANA);
  });

  it('says so when there is more than fits', async () => {
    homes = 150;
    await open();
    const blocks = await shown();
    expect(blocks).toHaveLength(100);
    expect(JSON.stringify(blocks.at(-1))).toContain('more than fits');
  });

  it('is left alone when the person looks at the messages', async () => {
    await happen({ type: 'app_home_opened', user: ANA, tab: 'messages', channel: 'D1' });
    expect(office.slack.of('views.publish')).toEqual([]);
  });
});
