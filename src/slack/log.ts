import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Bolt and Slack's clients log through ours, from warnings up: below that they write bodies. */
export function boltLogger(log: Log): BoltLogger {
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: (...parts) => log.warn({ from: 'bolt' }, inShort(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, inShort(parts)),
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}

const inShort = (parts: unknown[]): string =>
  parts.map((part) => (part instanceof Error ? part.name : String(part))).join(' ');
