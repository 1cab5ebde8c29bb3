import { SlackError } from '@slack/web-api';
import { button, section } from '../platform/blocks.js';
import { newReference } from '../platform/errors/reference.js';
import { AlreadyHandled, UserError } from '../platform/user-error.js';
import { TooLateForForm } from './answers/carry.js';
import { tell, tellPlainly } from './answers/tell.js';
import { doneView } from './answers/views.js';
import type { FreshWays } from './router/again.js';
import { RUN_AGAIN } from './router/own-actions.js';
import type { Attended, Reception } from './router/reception.js';
import { troubleOf } from './trouble.js';
import { words } from './words/words.js';

/** Whatever was thrown while a person waited ends here, and the person hears of it. */
export async function excuse(
  reception: Reception,
  request: Attended,
  error: unknown,
  repeat: (ways: FreshWays) => Promise<void>,
): Promise<void> {
  try {
    if (error instanceof AlreadyHandled) await endWaiting(reception, request);
    else if (error instanceof TooLateForForm) await offerAgain(reception, request, repeat);
    else await tellPlainly(reception, request, sentenceFor(reception, request, error));
  } catch (failure) {
    reception.log.error({ door: request.door, fault: faultOf(failure) }, 'the person could not be told');
  }
}

/** The sentence for a person: the desk's own when it declines, else an apology with a reference to what is logged. */
export function sentenceFor(reception: Reception, request: Attended, error: unknown): string {
  if (error instanceof UserError) return error.in(request.language);
  const reference = report(reception, request.door, error);
  return words.in(request.language)('apology', { reference });
}

/** Logs a fault once. Never the message of an unknown error: it may quote what somebody wrote. */
export function report({ log }: Reception, door: string, error: unknown): string {
  const reference = newReference();
  log.error({ reference, door, fault: faultOf(error) }, 'a request failed');
  return reference;
}

interface Fault {
  name: string;
  code?: string;
  said?: string;
  at?: string[];
  cause?: Fault;
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = error instanceof SlackError ? JSON.stringify(troubleOf(error)) : Reflect.get(error, 'code');
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...((error instanceof TypeError || error instanceof ReferenceError) && { said: error.message }),
    at: framesOf(error),
    ...(error.cause instanceof Error && { cause: faultOf(error.cause) }),
  };
}

const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

async function endWaiting({ client }: Reception, { waitingView, language }: Attended): Promise<void> {
  if (waitingView) await client.views.update({ view_id: waitingView, view: doneView(language) });
}

async function offerAgain(
  reception: Reception,
  request: Attended,
  repeat: (ways: FreshWays) => Promise<void>,
): Promise<void> {
  const say = words.in(request.language);
  const value = reception.again.keep(request.personId, repeat);
  const text = say('late.text');
  await tell(reception, request, {
    text,
    blocks: [section(text, button(RUN_AGAIN, say.plain('late.again'), { value, style: 'primary' }))],
  });
}
