import { openClient } from '../../src/slack/client.js';
import { SlackWorkspace } from '../../src/slack/workspace.js';
import { logInto } from './support/opened.js';
import { BOT, StubSlack, send } from './support/stub-slack.js';

let slack: StubSlack;
let workspace: SlackWorkspace;
beforeAll(async () => {
  slack = await StubSlack.open();
  const access = { botToken: 'xoxb-test', apiUrl: slack.apiUrl };
  workspace = new SlackWorkspace(
    openClient('xoxb-test', slack.apiUrl, logInto([]), { timeout: 300 }),
    { userId: BOT },
    access,
  );
});
afterAll(() => slack.close());

const told = (file: Record<string, unknown>) => {
  slack.answers['files.info'] = () => ({ file: { id: 'F1', name: 'people.csv', ...file } });
};

describe('a file that somebody gave the bot', () => {
  it('is not read where Slack says that it is too large, gone, or kept elsewhere', async () => {
    told({ size: 101, url_private_download: `${slack.url}/people.csv` });
    expect(await workspace.file('F1', 100)).toBe('tooLarge');
    told({ size: 10, is_external: true });
    expect(await workspace.file('F1', 100)).toBeNull();
    slack.fail('files.info', (response) => send(response, { ok: false, error: 'file_not_found' }));
    expect(await workspace.file('F1', 100)).toBeNull();
  });

  it('is never fetched from elsewhere with the bot’s token', async () => {
    told({ size: 10, url_private_download: 'https://slack.com.example.com/people.csv' });
    expect(await workspace.file('F1', 100)).toBeNull();
  });

  it('is trouble where Slack has trouble, so that it can be tried again', async () => {
    slack.fail('files.info', (response) => send(response, {}, 500));
    await expect(workspace.file('F1', 100)).rejects.toThrow();
  });

  it('is deleted where Slack lets the bot, and else said to be still there', async () => {
    expect(await workspace.discardFile('F1')).toBe(true);
    slack.fail('files.delete', (response) => send(response, { ok: false, error: 'cant_delete_file' }));
    expect(await workspace.discardFile('F1')).toBe(false);
  });
});
