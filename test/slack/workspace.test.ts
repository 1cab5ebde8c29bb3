import { Temporal } from '../../src/platform/time.js';
import { openClient } from '../../src/slack/client.js';
import { SlackWorkspace } from '../../src/slack/workspace.js';
import { logInto } from './support/opened.js';
import { BOT, StubSlack, send } from './support/stub-slack.js';

describe('a thread in Slack', () => {
  let slack: StubSlack;
  let workspace: SlackWorkspace;
  beforeAll(async () => {
    slack = await StubSlack.open();
    const access = { botToken: 'xoxb-test', apiUrl: slack.apiUrl };
    workspace = new SlackWorkspace(openClient('xoxb-test', slack.apiUrl, logInto([])), { userId: BOT }, access);
  });
  beforeEach(() => {
    slack.calls.length = 0;
    // As Slack does: named by a reply, that reply alone; named by its first message, as much of it as was asked for.
    slack.answers['conversations.replies'] = ({ ts, limit }) => ({
      messages: ts === '1.0' ? thread.slice(0, Number(limit)) : thread.filter((message) => message.ts === ts),
    });
  });
  afterAll(() => slack.close());

  const thread = Array.from({ length: 8 }, (_, at) => ({
    ts: `1.${at}`,
    thread_ts: '1.0',
    user: 'U1',
    text: `said ${at}`,
  }));
  const textsOf = async (ts: string, limit?: number) =>
    (await workspace.thread('C1', ts, limit)).map(({ text }) => text);

  it('is found whole by any of its messages', async () => {
    expect(await textsOf('1.0')).toHaveLength(8);
    expect(await textsOf('1.5')).toEqual(await textsOf('1.0'));
  });

  it('that is long shows its beginning, and the message that was asked for', async () => {
    expect(await textsOf('1.7', 4)).toEqual(['said 0', 'said 1', 'said 2', 'said 7']);
    expect(await textsOf('1.2', 4)).toEqual(['said 0', 'said 1', 'said 2', 'said 3']);
  });

  it('is the message alone where nobody replied, and nothing where the bot can’t read', async () => {
    slack.answers['conversations.replies'] = () => ({ messages: [{ ts: '2.0', user: 'U1', text: 'alone' }] });
    expect(await textsOf('2.0')).toEqual(['alone']);
    slack.fail('conversations.replies', (response) => send(response, { ok: false, error: 'not_in_channel' }));
    expect(await textsOf('2.0')).toEqual([]);
    expect(slack.of('conversations.replies')).toHaveLength(2);
  });
});

describe('who is at Slack, and who wants quiet', () => {
  let slack: StubSlack;
  let workspace: SlackWorkspace;
  const now = Temporal.Instant.from('2026-11-26T08:00:00Z');
  const seconds = now.epochMilliseconds / 1000;
  beforeEach(async () => {
    slack = await StubSlack.open();
    const access = { botToken: 'xoxb-test', apiUrl: slack.apiUrl };
    workspace = new SlackWorkspace(openClient('xoxb-test', slack.apiUrl, logInto([])), { userId: BOT }, access);
    slack.answers['users.getPresence'] = ({ user }) => ({ presence: user === 'U1' ? 'active' : 'away' });
    slack.answers['dnd.teamInfo'] = () => ({
      users: {
        U1: { dnd_enabled: true, next_dnd_start_ts: seconds - 60, next_dnd_end_ts: seconds + 600 },
        U2: { dnd_enabled: true, next_dnd_start_ts: seconds + 3600, next_dnd_end_ts: seconds + 7200 },
      },
    });
  });
  afterEach(() => slack.close());

  it('is asked of Slack, and remembered for some seconds', async () => {
    const first = await workspace.presence(['U1', 'U2'], now);
    expect(first.get('U1')).toEqual({ isActive: true, quietUntil: now.add({ seconds: 600 }) });
    expect(first.get('U2')).toEqual({ isActive: false, quietUntil: null });
    await workspace.presence(['U2', 'U1', 'U1'], now);
    expect(slack.of('users.getPresence')).toHaveLength(2);
    expect(slack.of('dnd.teamInfo')).toHaveLength(1);
  });

  it('is left open where Slack doesn’t say it, or not in time', async () => {
    slack.fail('users.getPresence', (response) => send(response, { ok: false, error: 'user_not_found' }));
    expect([...(await workspace.presence(['U1'], now))]).toEqual([]);
    slack.answers['users.getPresence'] = () => ({ presence: 'active' });
    slack.fail('dnd.teamInfo', () => undefined);
    const began = performance.now();
    expect([...(await workspace.presence(['U2'], now))]).toEqual([]);
    expect(performance.now() - began).toBeGreaterThan(800);
    expect([...(await workspace.presence([], now))]).toEqual([]);
  });
});
