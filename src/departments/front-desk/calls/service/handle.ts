import { Temporal } from '../../../../platform/time.js';
import { type Call, ringingOf } from '../call.js';
import type { Calls, Seen } from '../desk.js';
import type { Target } from '../rules/target.js';
import { HELPERS_AT_MOST } from '../settings.js';
import { no } from '../words.js';
import { begin, keep, move, nameOf } from './act.js';
import { keptOf, orderToHandOver } from './order.js';
import { promise } from './promises.js';
import { complain, decide } from './unhappy.js';

/** What somebody does to a call, with what it needs. */
export type Doing =
  | { act: 'accept' | 'takeOver' | 'finish' | 'reopen' }
  | { act: 'decline' | 'lose' | 'giveBack' | 'ask' | 'answer' | 'note' | 'decide'; text: string }
  | { act: 'promise'; at: Temporal.Instant }
  | { act: 'redirect'; target: Target; text: string }
  | { act: 'join'; personId: string }
  | { act: 'complain'; text: string; managerId: string };

/** Does it, if this person may, in the state that the call is in now. */
export async function handle(desk: Calls, by: string, number: number, doing: Doing, seen: Seen): Promise<Call> {
  switch (doing.act) {
    case 'accept':
    case 'takeOver':
      return take(desk, by, number, doing.act);
    case 'finish':
    case 'reopen': {
      const { call } = await begin(desk, doing.act, number, by);
      const deed = doing.act === 'finish' ? ({ act: 'finish' } as const) : ({ act: 'reopen', by } as const);
      return move(desk, call, { deed, by, event: { kind: doing.act === 'finish' ? 'done' : 'reopened' } });
    }
    case 'decline':
    case 'lose':
    case 'giveBack': {
      const { call } = await begin(desk, doing.act, number, by);
      const kind = ({ decline: 'declined', lose: 'lost', giveBack: 'returned' } as const)[doing.act];
      return move(desk, call, { deed: { act: doing.act }, by, event: { kind, text: doing.text }, seen });
    }
    case 'promise':
      return promise(desk, number, by, doing.at);
    case 'redirect':
      return redirect(desk, by, number, doing, seen);
    case 'ask':
      return ask(desk, by, number, doing.text);
    case 'answer':
      return answer(desk, by, number, doing.text);
    case 'note': {
      const { call } = await begin(desk, 'note', number, by);
      return keep(desk, call, { act: 'note', by, event: { kind: 'noted', text: doing.text } });
    }
    case 'join':
      return join(desk, by, number, doing.personId);
    case 'complain':
      return complain(desk, by, number, doing);
    case 'decide':
      return decide(desk, by, number, doing.text);
  }
}

async function take(desk: Calls, by: string, number: number, act: 'accept' | 'takeOver'): Promise<Call> {
  const { call } = await begin(desk, act, number, by);
  if (call.ownerId === by && call.state === 'accepted') throw no('refused.yours', { number });
  const kind = act === 'accept' ? 'accepted' : 'tookOver';
  return move(desk, call, { deed: { act, by }, by, event: { kind } });
}

async function redirect(
  desk: Calls,
  by: string,
  number: number,
  { target, text }: { target: Target; text: string },
  seen: Seen,
): Promise<Call> {
  const { call } = await begin(desk, 'redirect', number, by);
  if (target.kind === 'person' && target.value === call.ownerId && call.ownerId !== by) {
    throw no('refused.thereAlready', { name: await nameOf(desk, call.ownerId) }, 'person');
  }
  const order = await orderToHandOver(desk, target, call.ownerId, seen);
  const { queue, managers, ...asked } = keptOf(target, order);
  return move(desk, call, {
    deed: { act: 'redirect', queue, managers },
    by,
    event: { kind: 'redirected', text: text || null, detail: { target: asked.target } },
    changes: asked,
    seen,
  });
}

/** A question gives whoever asks it the time for an answer. */
async function ask(desk: Calls, by: string, number: number, text: string): Promise<Call> {
  const { call } = await begin(desk, 'ask', number, by);
  await moreTime(desk, call);
  return keep(desk, call, { act: 'ask', by, event: { kind: 'asked', text }, changes: { question: text } });
}

async function answer(desk: Calls, by: string, number: number, text: string): Promise<Call> {
  const { call } = await begin(desk, 'answer', number, by);
  await moreTime(desk, call);
  return keep(desk, call, { act: 'answer', by, event: { kind: 'answered', text }, changes: { question: null } });
}

async function moreTime(desk: Calls, call: Call): Promise<void> {
  const ring = ringingOf(call);
  const until = desk.now.add({ seconds: call.ringSeconds });
  // A manager may have more time left than that.
  if (ring && Temporal.Instant.compare(ring.expiresAt, until) < 0) await desk.calls.extendRing(ring.id, until);
}

async function join(desk: Calls, by: string, number: number, personId: string): Promise<Call> {
  const { call } = await begin(desk, 'join', number, by);
  const person = await desk.people.get(personId);
  if (!person || person.isBot || person.deactivatedAt) throw no('refused.notHere', {}, 'person');
  if (call.ownerId === personId || call.helpers.includes(personId)) {
    throw no('refused.thereAlready', { name: person.name }, 'person');
  }
  if (call.helpers.length >= HELPERS_AT_MOST) throw no('refused.manyHelpers', { most: HELPERS_AT_MOST }, 'person');
  const changes = { helpers: [...call.helpers, personId] };
  return keep(desk, call, { act: 'join', by, event: { kind: 'joined', detail: { personId } }, changes });
}
