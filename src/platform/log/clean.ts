import { types } from 'node:util';
import { codeOf, messageOf } from '../errors/caught.js';
import { scrub } from './scrub.js';

/** Fields that carry secrets or what people wrote, wherever they stand. */
export const withheld: readonly string[] = [
  'token botToken appToken accessToken refreshToken authorization auth cookie password secret signingSecret marksKey',
  'apiKey headers connectionString databaseUrl responseUrl triggerId privateMetadata',
  'text blocks attachments values value views view payload body data comment note title subject',
  'description detail details question answer answers query content email phone realName displayName',
].flatMap((line) => line.split(' '));

/** `response_url` and `Response-URL` are one name. */
const simple = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '');
const withheldSimply = new Set(withheld.map(simple));

const DEEPEST = 6;

/** A copy of what is about to be logged, without secrets and without people's words. */
export function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (types.isNativeError(value)) return cleanError(value, depth);
  if (types.isDate(value)) return value.toJSON();
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => clean(item, depth + 1));
  return cleanFields(value, depth);
}

export const cleanFields = (fields: object, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, isWithheld(key, value) ? '…' : clean(value, depth + 1)]),
  );

const isWithheld = (key: string, value: unknown): boolean =>
  value !== undefined && value !== null && withheldSimply.has(simple(key));

/** Errors carry whole requests and answers with them; of those, nothing is kept. */
export function cleanError(error: Error, depth = 0): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = codeOf(error);
  return {
    type: error.name,
    message: scrub(messageOf(error)),
    ...(code !== undefined && { code }),
    stack: frames.join('\n'),
    ...(types.isNativeError(error.cause) && depth < DEEPEST && { cause: cleanError(error.cause, depth + 1) }),
  };
}
