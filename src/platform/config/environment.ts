import { z } from 'zod';
import { NoKeys, readKeys } from '../encryption/keys.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A line such as `SLACK_BOT_TOKEN=` in `.env` sets nothing. */
export const isSet = (value: string | undefined): boolean => value !== undefined && value.trim() !== '';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const text = (pattern: RegExp, sentence: string) => z.string().trim().regex(pattern, sentence);
const oneOf = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, { error: `${name} must be one of ${values.join(', ')}.` });

/** Each setting by itself; every message is a whole sentence that says what it must be and where it is found. */
export const settingsSchema = z.object({
  PORT: text(/^\d{1,5}$/, 'PORT must be a whole number from 0 to 65535, such as 3000.')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT must be a whole number from 0 to 65535, such as 3000.')
    .default(3000),
  SLACK_BOT_TOKEN: text(
    /^xoxb-\S+$/,
    'SLACK_BOT_TOKEN must begin with xoxb-; Slack shows it under "OAuth & Permissions" as the bot user\'s token.',
  ).optional(),
  SLACK_APP_TOKEN: text(
    /^xapp-\S+$/,
    'SLACK_APP_TOKEN must begin with xapp-; make one under "Basic Information", "App-Level Tokens", with the scope ' +
      'connections:write.',
  ).optional(),
  SLACK_SIGNING_SECRET: text(
    /^(?!xox|xapp-)\S{8,}$/,
    'SLACK_SIGNING_SECRET must be the signing secret from "Basic Information", which is no token and has no spaces.',
  ).optional(),
  SLACK_API_URL: z
    .string()
    .trim()
    .refine(isWebAddress, 'SLACK_API_URL must be a web address, such as https://slack.com/api/.')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  SANDBOX_DELIVERY: oneOf('SANDBOX_DELIVERY', ['socket', 'http']).default('socket'),
  DATABASE_URL: z
    .string()
    .trim()
    .refine(
      isServerAddress,
      'DATABASE_URL must be the address of a PostgreSQL server, such as postgresql://user:password@host:5432/switchboard.',
    )
    .optional(),
  DATA_FOLDER: z.string().trim().default('.data'),
  LOG_LEVEL: oneOf('LOG_LEVEL', logLevels).default('info'),
  LOG_FORMAT: oneOf('LOG_FORMAT', ['json', 'pretty']).optional(),
  ENCRYPTION_KEYS: z
    .string()
    .trim()
    .transform((keys, context) => {
      const read = keysOrReason(keys);
      if (typeof read !== 'string') return read;
      context.addIssue({ code: 'custom', message: `ENCRYPTION_KEYS ${read}, such as main:<32 bytes in base64>.` });
      return z.NEVER;
    })
    .optional(),
  WEB_ALLOW: z
    .string()
    .trim()
    .transform((text) => text.split(',').map((host) => host.trim()))
    .refine(
      (hosts) => hosts.every((host) => /^[\w.-]+:\d{1,5}$/.test(host)),
      'WEB_ALLOW must be hosts with their ports, with commas: intranet.example:8080,127.0.0.1:3000.',
    )
    .optional(),
  RATES_URL: z
    .string()
    .trim()
    .refine(isWebAddress, 'RATES_URL must be a web address with a file as the European Central Bank publishes it.')
    .optional(),
  LEDGER_FOLDER: z.string().trim().optional(),
  METRICS_TOKEN: text(/^\S{16,}$/, 'METRICS_TOKEN must have at least 16 characters and no spaces.').optional(),
  TELEPHONE_TOKEN: text(/^\S{16,}$/, 'TELEPHONE_TOKEN must have at least 16 characters and no spaces.').optional(),
  TELEPHONE_URL: z
    .string()
    .trim()
    .refine(
      isWebAddress,
      'TELEPHONE_URL must be the web address that the telephone system calls, such as ' +
        'https://office.example.com/hooks/front-desk/calls/twilio.',
    )
    .optional(),
  MARKS_KEY: text(/^\S{16,}$/, 'MARKS_KEY must have at least 16 characters and no spaces.').optional(),
});

export type SettingValues = z.output<typeof settingsSchema>;

/** The ring, or why it is none. */
function keysOrReason(text: string) {
  try {
    return readKeys(text);
  } catch (error) {
    if (error instanceof NoKeys) return error.message;
    throw error;
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function isServerAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1;
}
