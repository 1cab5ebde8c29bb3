import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { parse } from 'yaml';
import { examineDesks } from '../../src/doctor/desks.js';
import { examine } from '../../src/doctor/examine.js';
import { examineNode } from '../../src/doctor/node-version.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openDatabase } from '../../src/platform/database/database.js';
import { lockFolder } from '../../src/platform/database/lock.js';
import { settingsIn } from '../../src/platform/settings/store.js';
import { Temporal } from '../../src/platform/time.js';
import { reachSlack } from '../../src/slack/reach.js';
import { deskWith } from '../slack/support/desk.js';
import { BOT, StubSlack, send } from '../slack/support/stub-slack.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { testKeys, testKeysText } from '../support/keys.js';

// Put together here, so that no search for secrets stumbles over this file.
const botToken = ['xoxb', '1', '2', 'x'].join('-');
const appToken = ['xapp', '1', 'A1', 'x'].join('-');

const allScopes: string = parse(readFileSync('manifest.yml', 'utf8')).oauth_config.scopes.bot.join(',');
const desk = deskWith({ setup: { channels: [{ key: 'triage', label: 'l', hint: 'h' }], roles: [] } });

let place: string;
let slack: StubSlack;
beforeEach(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'switchboard-doctor-'));
  slack = await StubSlack.open();
});
afterEach(async () => {
  await slack.close();
  rmSync(place, { recursive: true });
});

async function examined(env: Record<string, string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const { is, says } of examine({ DATA_FOLDER: place, ...env }, () => [desk])) lines.push(`${is}: ${says}`);
  return lines;
}

const withTokens = () => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: slack.apiUrl,
  ENCRYPTION_KEYS: testKeysText,
});

const grant = (scopes: string) =>
  slack.fail('auth.test', (response, answer) => send(response, answer(), 200, { 'x-oauth-scopes': scopes }));

it('finds nothing wrong where nothing is configured, and says what will be used', async () => {
  expect(await examined({})).toEqual([
    `well: Node.js ${process.versions.node}.`,
    'well: Settings: no Slack tokens, so the sandbox will open on port 3000; the embedded database.',
    `well: The first start will make a database in ${path.join(place, 'pglite')}.`,
    `note: The first start will make a key in ${path.join(place, 'encryption.key')}: keep a copy of it elsewhere.`,
  ]);
});

it('says of every setting that is wrong what it must be, and looks no further', async () => {
  const lines = await examined({ PORT: 'x', SLACK_APP_TOKEN: appToken });
  expect(lines.slice(1)).toEqual([
    expect.stringContaining('ill: PORT must be'),
    expect.stringContaining('ill: SLACK_BOT_TOKEN is missing'),
  ]);
});

it.each([
  ['18.20.1', 'ill'],
  ['20.18.9', 'ill'],
  ['20.19.0', 'well'],
  ['24.1.0', 'well'],
])('finds Node.js %s %s', (version, is) => {
  expect(examineNode(version).is).toBe(is);
});

describe('the database', () => {
  it('is reported when its server does not answer', async () => {
    const lines = await examined({
      DATABASE_URL: 'postgresql://127.0.0.1:9/switchboard',
      ENCRYPTION_KEYS: testKeysText,
    });
    expect(lines[2]).toContain("ill: The database switchboard on 127.0.0.1:9 doesn't answer");
  });

  it('is left alone while the bot uses it', async () => {
    const folder = path.join(place, 'pglite');
    await (await openDatabase({ kind: 'pglite', folder })).close();
    const unlock = lockFolder(folder);
    expect((await examined({}))[2]).toContain('note: The embedded database is in use');
    unlock();
    expect((await examined({})).slice(2, 4)).toEqual([
      'well: The database answers.',
      'well: All migrations are applied.',
    ]);
  }, 60_000);

  it('is told apart from a folder in which it can never be made', async () => {
    if (process.getuid?.() === 0) return; // To whom everything is writable.
    const folder = path.join(place, 'closed');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect((await examined({ DATA_FOLDER: folder }))[2]).toContain(`ill: Nothing can be written in ${folder}`);
  });
});

describe('Slack', () => {
  it('is well when both tokens work and every scope was granted', async () => {
    grant(allScopes);
    expect((await examined(withTokens())).slice(3)).toEqual([
      'well: ENCRYPTION_KEYS: what is confidential is sealed with “test”, of 1 in all.',
      `well: SLACK_BOT_TOKEN works: the bot is ${BOT} in Test.`,
      'well: SLACK_APP_TOKEN works: Slack lets us connect by Socket Mode.',
      'well: The bot token has every scope of manifest.yml.',
    ]);
  });

  it('lacks scopes by name, with what to do about it', async () => {
    grant(allScopes.replace('chat:write', '').replace('files:write', ''));
    const line = (await examined(withTokens())).at(-1);
    expect(line).toMatch(/^ill: The bot token lacks chat:write, files:write: paste manifest\.yml/);
  });

  it.each(['auth.test', 'apps.connections.open'])('is ill when %s refuses the token', async (method) => {
    slack.fail(method, (response) => send(response, { ok: false, error: 'invalid_auth' }));
    const line = (await examined(withTokens())).at(-1);
    const token = method === 'auth.test' ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN';
    expect(line).toMatch(new RegExp(`^ill: Slack doesn't accept ${token} \\(invalid_auth\\)`));
  });

  it('is ill when it cannot be reached', async () => {
    await slack.close();
    expect((await examined(withTokens())).at(-1)).toContain("ill: Slack can't be reached at http://127.0.0.1");
  });
});

describe('the key for what is confidential', () => {
  const keyFile = () => path.join(place, 'encryption.key');
  const found = async () => (await examined({})).at(-1);

  it('is well in a file that nobody else may read', async () => {
    writeFileSync(keyFile(), testKeysText, { mode: 0o600 });
    expect(await found()).toBe(`well: What is confidential is sealed with the key in ${keyFile()}.`);
    chmodSync(keyFile(), 0o644);
    expect(await found()).toBe(
      `ill: Others on this machine may read the key in ${keyFile()}: type chmod 600 ${keyFile()}.`,
    );
  });

  it('is ill where the file holds something else, of which nothing is quoted', async () => {
    writeFileSync(keyFile(), 'local:half-a-secret', { mode: 0o600 });
    expect(await found()).toMatch(
      /^ill: .*encryption\.key must have 32 bytes in base64 after each id\. Put back the file/,
    );
    expect(await found()).not.toContain('half-a-secret');
  });

  it('is missing where real data is kept', async () => {
    const { ENCRYPTION_KEYS: _, ...rest } = withTokens();
    expect((await examined(rest)).at(-1)).toMatch(/^ill: ENCRYPTION_KEYS is missing, and SLACK_BOT_TOKEN is set/);
  });
});

describe('the channel of a desk', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.close());
  afterEach(() => database.empty());

  const examineAll = async (examined = desk) => {
    const settings = readConfig(withTokens()).slack;
    if (settings.mode === 'sandbox') throw new Error('there are tokens');
    const reach = await reachSlack(settings, pino({ enabled: false }));
    const findings = await examineDesks(() => [examined], database, { workspace: reach.workspace, keys: testKeys });
    return findings.map(({ is, says }) => `${is}: ${says}`);
  };
  const examineTriage = async () => (await examineAll())[0];
  const choose = (triage: string) =>
    settingsIn(database.prisma, Temporal.Now.instant()).set(desk.name, { triage }, 'U1');
  const channelIs = (channel: Record<string, unknown>) => {
    slack.answers['conversations.info'] = () => ({ channel: { id: 'C1', name: 'it-triage', ...channel } });
  };

  it('is only worth a note before it was chosen', async () => {
    expect(await examineTriage()).toMatch(/^note: test has no triage channel yet/);
  });

  it('is well where the bot is in it', async () => {
    await choose('C1');
    channelIs({ is_member: true });
    expect(await examineTriage()).toBe('well: The triage channel of test is #it-triage, and the bot is in it.');
  });

  it('is ill where the bot is not in it, and where it is archived or gone', async () => {
    await choose('C1');
    channelIs({ is_member: false });
    expect(await examineTriage()).toMatch(/^ill: .* but the bot isn't in it/);
    channelIs({ is_member: false, is_archived: true });
    expect(await examineTriage()).toMatch(/^ill: .* is archived/);
    slack.fail('conversations.info', (response) => send(response, { ok: false, error: 'channel_not_found' }));
    expect(await examineTriage()).toMatch(/^ill: .* is gone/);
  });

  it('that the desk keeps itself is looked at too, with where to choose another', async () => {
    await choose('C1');
    channelIs({ is_member: false });
    const ownChannels = async () => [{ name: 'Tills', id: 'C2', chosenWith: '/ithelp queues' }];
    const findings = await examineAll(deskWith({ setup: { channels: [], roles: [], ownChannels } }));
    channelIs({ is_archived: true });
    findings.push(...(await examineAll(deskWith({ setup: { channels: [], roles: [], ownChannels } }))));
    expect(findings).toEqual([
      "ill: The channel of “Tills” at test is #it-triage, but the bot isn't in it: type /invite @Switchboard there.",
      'ill: The channel of “Tills” at test, #it-triage, is archived: unarchive it, or choose another with /ithelp queues.',
    ]);
  });

  it('is looked at together with everything else', async () => {
    if (database.url === null) return;
    const lines = await examined({ ...withTokens(), DATABASE_URL: database.url });
    expect(lines.at(-1)).toMatch(/^note: test has no triage channel yet/);
  });
});
