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
