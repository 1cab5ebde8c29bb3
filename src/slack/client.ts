import { WebClient, type WebClientOptions } from '@slack/web-api';
import { boltLogger, type Log } from './log.js';
import { troubleOf } from './trouble.js';

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

/** Told of each call: `ok`, Slack's error code, or what broke. */
export type OnAnswered = (method: string, outcome: string) => void;

export interface ClientLook {
  timeout?: number;
  onAnswered?: OnAnswered | undefined;
}

export function openClient(token: string, apiUrl: string, log: Log, look: ClientLook = {}): WebClient {
  const { timeout = TIMEOUT_MS, onAnswered } = look;
  const options = { ...clientOptions(apiUrl, log), timeout };
  return onAnswered ? new CountedClient(token, options, onAnswered) : new WebClient(token, options);
}

class CountedClient extends WebClient {
  constructor(
    token: string,
    options: WebClientOptions,
    private readonly tell: OnAnswered,
  ) {
    super(token, options);
  }

  override async apiCall(...[method, options]: Parameters<WebClient['apiCall']>): ReturnType<WebClient['apiCall']> {
    try {
      const answer = await super.apiCall(method, options);
      this.tell(method, 'ok');
      return answer;
    } catch (error) {
      this.tell(method, codeOf(error));
      throw error;
    }
  }
}

/** Slack's own code, such as `channel_not_found`; of what broke on the way, the client's name for it. */
function codeOf(error: unknown): string {
  const trouble = troubleOf(error);
  return trouble.kind === 'limited' ? 'ratelimited' : trouble.code;
}
