import type { z } from 'zod';
import { Refusal } from '../refusal.js';
import type { World } from '../world.js';

/** How often a minute a method may be called. */
export type Tier = 1 | 2 | 3 | 4 | 'posting' | 'none';

export interface About {
  name: string;
  /** The app needs one of these; empty: any token will do. */
  scopes: readonly string[];
  tier: Tier;
  /** The error codes that Slack documents for this method, as far as they can happen here. */
  errors: readonly string[];
  token?: 'bot' | 'app' | 'none';
}

export interface Method extends About {
  run(world: World, given: Record<string, unknown>): object | Promise<object>;
  /** What the method's rate is counted by besides its name. */
  lane(given: Record<string, unknown>): string;
}

/** One method of the Web API: what it needs, what it is given, what it answers. */
export function method<Args extends z.ZodType>(
  about: About & { args: Args },
  answer: (world: World, args: z.infer<Args>) => object | Promise<object>,
): Method {
  return {
    ...about,
    lane: (given) => (about.tier === 'posting' ? String(given.channel ?? '') : ''),
    run(world, given) {
      const read = about.args.safeParse(given, { reportInput: true });
      if (!read.success) throw badArguments(read.error);
      return answer(world, read.data);
    },
  };
}

function badArguments(error: z.ZodError): Refusal {
  const messages = error.issues.map((issue) => {
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const said = missing ? `missing required field: ${issue.path.join('.')}` : `invalid value: ${issue.path.join('.')}`;
    return `[ERROR] ${said} [json-pointer:/${missing ? '' : issue.path.join('/')}]`;
  });
  return new Refusal('invalid_arguments', { response_metadata: { messages } });
}

/** Codes that every method may answer. */
export const commonErrors: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'not_allowed_token_type',
  'missing_scope',
  'invalid_arguments',
  'invalid_form_data',
  'invalid_post_type',
  'ratelimited',
  'internal_error',
  'fatal_error',
  'unknown_method',
]);
