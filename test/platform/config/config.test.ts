import { ConfigError, readConfig } from '../../../src/platform/config/config.js';
import { testKeysText } from '../../support/keys.js';

// Put together here, so that no search for secrets stumbles over this file.
const botToken = ['xoxb', '1', '2', 'x'].join('-');
const appToken = ['xapp', '1', 'A1', 'x'].join('-');
const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';

const keys = { ENCRYPTION_KEYS: testKeysText };

function complaintsAbout(env: Record<string, string>): readonly string[] {
  try {
    readConfig({ ...keys, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
}

describe('with nothing set', () => {
  it('is the sandbox on port 3000 with an embedded database', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/home/office' })).toMatchObject({
      port: 3000,
      slack: { mode: 'sandbox', delivery: 'socket' },
      database: { kind: 'pglite', folder: '.data/pglite' },
      dataFolder: '.data',
      logLevel: 'info',
    });
  });

  it('stays so where the settings are there, but empty', () => {
    const empty = { PORT: '', SLACK_BOT_TOKEN: ' ', SLACK_APP_TOKEN: '', DATABASE_URL: '', LOG_LEVEL: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('with tokens', () => {
  it('connects by Socket Mode with an app token', () => {
    const env = {
      ...keys,
      SLACK_BOT_TOKEN: ` ${botToken} `,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
    };
    expect(readConfig(env).slack).toEqual({ mode: 'socket', botToken, appToken });
  });

  it('is called over HTTP with a signing secret, by whichever server is named', () => {
    const env = {
      ...keys,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
    };
    const apiUrl = 'http://127.0.0.1:4000/api/';
    expect(readConfig(env).slack).toEqual({ mode: 'http', botToken, signingSecret, apiUrl });
  });

  it('marks letters under a key that another installation does not have', () => {
    const keyOf = (token: string, more = {}) =>
      readConfig({ ...keys, SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, ...more }).marksKey;
    expect(keyOf(botToken)).toBe(keyOf(botToken));
    expect(keyOf(botToken)).not.toBe(keyOf(`${botToken}y`));
    expect(keyOf(botToken)).not.toContain(botToken);
    expect(keyOf(botToken, { MARKS_KEY: 'sixteen-or-longer' })).toBe('sixteen-or-longer');
  });
});

it('uses a PostgreSQL server where one is named', () => {
  const url = 'postgresql://office:secret@db:5432/switchboard?sslmode=disable';
  expect(readConfig({ ...keys, DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
});

describe('what is confidential', () => {
  it('is sealed with a key of this machine in the sandbox, and with the settings’ first key where they name some', () => {
    expect(readConfig({ DATA_FOLDER: '/data' }).keys).toEqual({ kind: 'file', path: '/data/encryption.key' });
    const old = `old:${Buffer.alloc(32, 'old').toString('base64')}`;
    const { keys: source } = readConfig({ ENCRYPTION_KEYS: ` ${testKeysText} , ${old} ` });
    if (source.kind !== 'settings') throw new Error('the settings name keys');
    expect(source.keys.current.id).toBe('test');
    expect([...source.keys.all.keys()]).toEqual(['test', 'old']);
  });
});

describe('says in a sentence what is wrong', () => {
  it.each([
    [{ PORT: '3k' }, 'PORT must be a whole number'],
    [{ PORT: '-1' }, 'PORT must be a whole number'],
    [{ PORT: '65536' }, 'PORT must be a whole number'],
    [{ SLACK_BOT_TOKEN: botToken }, 'SLACK_BOT_TOKEN needs a companion: set SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: appToken }, 'SLACK_BOT_TOKEN is missing, though SLACK_APP_TOKEN is set'],
    [{ SLACK_SIGNING_SECRET: signingSecret }, 'SLACK_BOT_TOKEN is missing, though SLACK_SIGNING_SECRET is set'],
    [{ SLACK_API_URL: 'http://localhost' }, 'SLACK_BOT_TOKEN is missing, though SLACK_API_URL is set'],
    [{ SLACK_BOT_TOKEN: appToken, SLACK_APP_TOKEN: appToken }, 'SLACK_BOT_TOKEN must begin with xoxb-'],
    [{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: botToken }, 'SLACK_APP_TOKEN must begin with xapp-'],
    [{ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: appToken }, 'SLACK_SIGNING_SECRET must be the signing secret'],
    [{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: 'slack.com' }, 'SLACK_API_URL must be'],
    [{ DATABASE_URL: 'mysql://db/switchboard' }, 'DATABASE_URL must be the address of a PostgreSQL server'],
    [{ DATABASE_URL: 'postgresql://db' }, 'DATABASE_URL must be the address of a PostgreSQL server'],
    [{ DATABASE_URL: 'db:5432' }, 'DATABASE_URL must be the address of a PostgreSQL server'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT must be one of json, pretty.'],
    [{ SANDBOX_DELIVERY: 'post' }, 'SANDBOX_DELIVERY must be one of socket, http.'],
    [{ MARKS_KEY: 'short' }, 'MARKS_KEY must have at least 16 characters'],
    [
      { DATABASE_URL: 'postgresql://db/office', ENCRYPTION_KEYS: '' },
      'ENCRYPTION_KEYS is missing, and DATABASE_URL is',
    ],
    [
      { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, ENCRYPTION_KEYS: ' ' },
      'Make a key with `openssl rand -base64 32`',
    ],
    [{ ENCRYPTION_KEYS: 'main' }, 'ENCRYPTION_KEYS must have an id of letters'],
    [{ ENCRYPTION_KEYS: 'main:c2hvcnQ=' }, 'ENCRYPTION_KEYS must have 32 bytes in base64 after each id'],
    [{ ENCRYPTION_KEYS: `${testKeysText},${testKeysText}` }, 'ENCRYPTION_KEYS names two keys alike'],
  ])('of %o', (env, sentence) => {
    const sentences = complaintsAbout(env as Record<string, string>);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(sentence);
    expect(sentences[0]).toMatch(/\.$/);
  });

  it('and quotes no key, also where it is one but for a character', () => {
    const [sentence = ''] = complaintsAbout({ ENCRYPTION_KEYS: `${testKeysText}x` });
    expect(sentence).toContain('ENCRYPTION_KEYS');
    expect(sentence).not.toContain(testKeysText.slice(5, 15));
  });

  it('and all of it at once, with no secret in it', () => {
    const env = {
      PORT: 'many',
      SLACK_APP_TOKEN: botToken,
      DATABASE_URL: 'postgresql://office:hunter2@',
      LOG_LEVEL: 'x',
    };
    const sentences = complaintsAbout(env);
    expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual([
      'PORT',
      'SLACK_APP_TOKEN',
      'DATABASE_URL',
      'LOG_LEVEL',
      'SLACK_BOT_TOKEN',
    ]);
    expect(sentences.join()).not.toMatch(/hunter2|xoxb-1/);
  });
});
