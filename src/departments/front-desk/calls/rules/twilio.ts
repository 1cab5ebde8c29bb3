import { createHmac, timingSafeEqual } from 'node:crypto';

/** Twilio's parameters of a voice request or a status callback, as far as they are used. */
export interface Ringing {
  /** Of the call that came in: of a leg that was dialled for it, that of its parent. */
  id: string;
  from: string;
  to: string;
  callerName: string;
}

/** While a call is in one of these, somebody is to take it; `no-answer` and `busy` are callers to call back. */
export const toBeTaken: ReadonlySet<string> = new Set([
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'no-answer',
  'busy',
]);

const LONGEST_ID = 64;
const LONGEST_NAME = 200;

/** Null where the request tells of no call. `client:…` and `anonymous` are callers without a number. */
export function ringingIn(fields: URLSearchParams): Ringing | null {
  const id = fields.get('ParentCallSid') ?? fields.get('CallSid') ?? '';
  if (id === '' || id.length > LONGEST_ID) return null;
  const callerName = (fields.get('CallerName') ?? '').slice(0, LONGEST_NAME);
  return { id, from: fields.get('From') ?? '', to: fields.get('To') ?? fields.get('Called') ?? '', callerName };
}

/**
 * Twilio signs the address as it is set up there, query included, followed by each form parameter's name and value, sorted by
 * name: HMAC-SHA1 with the account's auth token, in base64.
 */
export function signatureOf(url: string, fields: URLSearchParams, token: string): string {
  const names = [...new Set(fields.keys())].sort();
  const signed = names.reduce((text, name) => text + name + [...new Set(fields.getAll(name))].sort().join(''), url);
  return createHmac('sha1', token).update(signed, 'utf8').digest('base64');
}

/** Compared in constant time. */
export function isSigned(signature: string, url: string, fields: URLSearchParams, token: string): boolean {
  const expected = Buffer.from(signatureOf(url, fields, token));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
