import { WebClient, type WebClientOptions } from '@slack/web-api';
import { boltLogger, type Log } from './log.js';

const TIMEOUT_MS = 10_000;

/**
 * What every client of Slack's gets. Its own defaults retry ten times without a word, and a message whose reply was lost
 * is then posted again: retrying is the outbox's business. A new object each time, because clients write into it.
 */
export const clientOptions = (apiUrl: string, log: Log): WebClientOptions => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
  logger: boltLogger(log),
});

export const openClient = (token: string, apiUrl: string, log: Log, timeout = TIMEOUT_MS): WebClient =>
  new WebClient(token, { ...clientOptions(apiUrl, log), timeout });
