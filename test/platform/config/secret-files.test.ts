import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError, readConfig } from '../../../src/platform/config/config.js';
import { testKeysText } from '../../support/keys.js';

describe('secrets in files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string): string => {
    const place = path.join(folder, name);
    writeFileSync(place, text);
    return place;
  };
  const sentences = (env: Record<string, string>): readonly string[] => {
    try {
      readConfig(env);
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return error.sentences;
      throw error;
    }
  };

  it('are read as if they were set, without the line break at their end', () => {
    const [botToken, appToken] = [['xoxb', '1'].join('-'), ['xapp', '1'].join('-')];
    const config = readConfig({
      SLACK_BOT_TOKEN_FILE: file('bot', `${botToken}\n`),
      SLACK_APP_TOKEN_FILE: file('app', appToken),
      ENCRYPTION_KEYS_FILE: file('keys', ` ${testKeysText}\n`),
      DATABASE_URL_FILE: file('database', 'postgresql://a:b@c:5432/d\n'),
      METRICS_TOKEN_FILE: file('metrics', 'sixteen-letters-or-more'),
    });
    expect(config).toMatchObject({
      slack: { mode: 'socket', botToken, appToken },
      database: { kind: 'postgres', url: 'postgresql://a:b@c:5432/d' },
      metricsToken: 'sixteen-letters-or-more',
    });
  });

  it('that can’t be read, are empty or set twice are said in a sentence each, without what is in them', () => {
    const said = sentences({
      METRICS_TOKEN_FILE: path.join(folder, 'gone'),
      MARKS_KEY_FILE: file('empty', ' \n'),
      DATABASE_URL: 'postgresql://a:b@c:5432/d',
      DATABASE_URL_FILE: file('other', 'postgresql://secret@c:5432/d'),
      ENCRYPTION_KEYS: testKeysText,
    });
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^METRICS_TOKEN_FILE names .*gone, which can't be read/),
        expect.stringMatching(/^MARKS_KEY_FILE names/),
        'DATABASE_URL and DATABASE_URL_FILE are both set: leave one of them out.',
      ]),
    );
    expect(said.join()).not.toContain('secret@');
  });

  it('are nothing where the name of the file is empty, as in a copied example', () => {
    expect(sentences({ SLACK_BOT_TOKEN_FILE: '' })).toEqual([]);
  });
});
