import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { codeOf } from '../platform/errors/caught.js';

/** What came of a call to Slack that failed. `unclear`: it may have been done all the same. */
export type Trouble =
  | { kind: 'refused'; code: string }
  | { kind: 'limited'; afterMs: number }
  /** Slack was never reached, or isn't letting this app in for now: certainly not done. */
  | { kind: 'unreached'; code: string }
  | { kind: 'unclear'; code: string };

/** Slack says so itself: "some aspect of the operation" may have succeeded. */
const unclearCodes = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);
/** The token or the app is at fault, not the request: an admin can mend it, so nothing is given up. */
const closedDoorCodes = new Set([
  'account_inactive',
  'accesslimited',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
]);
const limitCodes = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH']);

const UNSAID_PAUSE_MS = 30_000;

/** Reads a failed call. A reply that isn't Slack's (a cut body, a proxy's page) leaves open what happened. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', afterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return platformTrouble(error.data.error);
  if (error instanceof WebAPIHTTPError) return { kind: 'unclear', code: `http_${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return requestTrouble(error.original);
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { kind: 'limited', afterMs: UNSAID_PAUSE_MS };
  }
  return { kind: 'unclear', code: 'malformed_reply' };
}

function platformTrouble(code: unknown): Trouble {
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]{2,60}$/.test(code)) {
    return { kind: 'unclear', code: 'malformed_reply' };
  }
  if (limitCodes.has(code)) return { kind: 'limited', afterMs: UNSAID_PAUSE_MS };
  if (unclearCodes.has(code)) return { kind: 'unclear', code };
  return closedDoorCodes.has(code) ? { kind: 'unreached', code } : { kind: 'refused', code };
}

function requestTrouble(error: Error): Trouble {
  const code = codeOf(error.cause) ?? error.name;
  return { kind: neverConnected.has(code) ? 'unreached' : 'unclear', code };
}

/** Slack's own code for a refusal, such as `expired_trigger_id`; null for everything else. */
export function refusalCode(error: unknown): string | null {
  const trouble = troubleOf(error);
  return trouble.kind === 'refused' ? trouble.code : null;
}
