import { createHash } from 'node:crypto';
import path from 'node:path';
import type { DatabaseTarget } from '../database/database.js';
import type { KeySource } from '../encryption/key-file.js';
import { keySourceOf, missingKeys } from './encryption-settings.js';
import { type Environment, isSet, type SettingValues, settingsSchema } from './environment.js';
import { withSecretFiles } from './secret-files.js';
import { missingPartners } from './slack-settings.js';
import { missingTelephone, type TelephoneSettings, telephoneOf } from './telephone-settings.js';

export interface Config {
  /** The sandbox's page, Slack's deliveries over HTTP, and the health check. 0: any that is free. */
  port: number;
  slack: SlackConfig;
  database: DatabaseTarget;
  /** Where the embedded database and the sandbox keep their state. */
  dataFolder: string;
  logLevel: SettingValues['LOG_LEVEL'];
  logFormat: SettingValues['LOG_FORMAT'];
  /** Secret under which letters are marked in Slack's message metadata. */
  marksKey: string;
  /** What confidential fields are sealed with. */
  keys: KeySource;
  /** Hosts with ports that may be read though they aren't public. */
  webAllowed: readonly string[];
  /** Where the euro's reference rates come from; null: from the European Central Bank. */
  ratesUrl: string | null;
  /** Where ledgers are laid down, to be taken in; null: nowhere. */
  ledgerFolder: string | null;
  /** Who may read the program's figures at `/metrics`; null: nobody. */
  metricsToken: string | null;
  /** The telephone system that may hand calls over; null: none. */
  telephone: TelephoneSettings | null;
}

export type SlackConfig =
  | { mode: 'sandbox'; delivery: 'socket' | 'http' }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string };

/** Holds one sentence for each setting that is missing or malformed: all at once, so that one look mends them all. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

export function readConfig(environment: Environment): Config {
  const { env, sentences: unread } = withSecretFiles(environment);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => isSet(value)));
  const read = settingsSchema.safeParse(given);
  const malformed = read.error?.issues.map(({ message }) => message) ?? [];
  const sentences = [
    ...unread,
    ...malformed,
    ...missingPartners(given),
    ...missingKeys(given),
    ...missingTelephone(given),
  ];
  if (!read.success || sentences.length > 0) throw new ConfigError(sentences);
  return configOf(read.data);
}

function configOf(settings: SettingValues): Config {
  const { PORT, DATA_FOLDER, DATABASE_URL, LOG_LEVEL, LOG_FORMAT, MARKS_KEY, SLACK_BOT_TOKEN } = settings;
  return {
    port: PORT,
    slack: slackOf(settings),
    database: DATABASE_URL
      ? { kind: 'postgres', url: DATABASE_URL }
      : { kind: 'pglite', folder: path.join(DATA_FOLDER, 'pglite') },
    dataFolder: DATA_FOLDER,
    logLevel: LOG_LEVEL,
    logFormat: LOG_FORMAT,
    marksKey: MARKS_KEY ?? keyFrom(SLACK_BOT_TOKEN ?? 'sandbox'),
    keys: keySourceOf(settings),
    webAllowed: settings.WEB_ALLOW ?? [],
    ratesUrl: settings.RATES_URL ?? null,
    ledgerFolder: settings.LEDGER_FOLDER ?? null,
    metricsToken: settings.METRICS_TOKEN ?? null,
    telephone: telephoneOf(settings),
  };
}

/** With both an app token and a signing secret, Socket Mode is used: it works wherever HTTP does. */
function slackOf(settings: SettingValues): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  const server = { ...(settings.SLACK_API_URL && { apiUrl: settings.SLACK_API_URL }) };
  if (botToken && appToken) return { mode: 'socket', botToken, appToken, ...server };
  if (botToken && signingSecret) return { mode: 'http', botToken, signingSecret, ...server };
  return { mode: 'sandbox', delivery: settings.SANDBOX_DELIVERY };
}

const keyFrom = (secret: string): string => createHash('sha256').update(`switchboard marks:${secret}`).digest('hex');
