import type { KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../../../platform/blocks.js';
import { mention, momentInside, quote, shorten } from '../../../../platform/mrkdwn.js';
import { languageName } from '../../../../platform/words/language-name.js';
import { type Call, ringingOf } from '../call.js';
import { ids, numbered } from '../ids.js';
import { may, type Right, type Standing } from '../permissions.js';
import { type Act, isOpen, isRinging, moves } from '../states.js';
import type { Say } from '../words.js';
import { callerText, firstLine, orderText, stateText, urgencyMark, urgencyText } from './texts.js';

export interface Reader {
  /** Null: whoever reads the channel. */
  personId: string | null;
  standings: ReadonlySet<Standing>;
}

/** What a notification and a screen reader say. */
export function headline(say: Say, call: Call): string {
  const values = { number: call.number, state: stateText(say, call) };
  if (call.erasedAt) return say('card.headlineErased', values);
  const name = call.callerName === '' ? say.plain('card.noName') : call.callerName;
  return `${urgencyMark(call)}${say('card.headline', { ...values, name, reason: call.reason.split('\n')[0] ?? '' })}`;
}

const LONGEST = 1_200;

/** The live message: who calls and why, where it stands, and what this reader can do about it. */
export function callCard(say: Say, call: Call, reader: Reader): KnownBlock[] {
  if (call.erasedAt) return [section(`*${say('card.title', { number: call.number })}*\n_${say('card.erased')}_`)];
  return [
    section(`*${say('card.title', { number: call.number })}* · ${stateText(say, call)}`),
    ...callerBlocks(say, call),
    ...whereItStands(say, call),
    ...buttons(say, call, reader),
  ];
}

export function callerBlocks(say: Say, call: Call): KnownBlock[] {
  const facts = [urgencyText(say, call), ...(call.language ? [`🗣️ ${languageName(call.language, say.language)}`] : [])];
  return [
    section(`${callerText(say, call)}\n${facts.join(' · ')}\n${quote(shorten(call.reason, LONGEST))}`),
    ...(call.notes ? [context(`📝 ${firstLine(call.notes, LONGEST)}`)] : []),
  ];
}

function whereItStands(say: Say, call: Call): KnownBlock[] {
  const { ownerId, takenById, question, promisedAt, helpers, unhappyAt, decision, state } = call;
  const lines = [
    ...(isOpen(state) ? [say('card.owner', { owner: mention(ownerId) })] : []),
    ...(ownerId === takenById ? [] : [say('card.taker', { taker: mention(takenById) })]),
    ...(helpers.length > 0 ? [say('card.helpers', { who: helpers.map(mention).join(', ') })] : []),
    ...(promisedAt && state !== 'promised' && isOpen(state)
      ? [say('card.promised', { when: momentInside(promisedAt) })]
      : []),
  ];
  const order = orderText(say, call);
  return [
    ...(order ? [context(order)] : []),
    ...(lines.length > 0 ? [context(lines.join('\n'))] : []),
    ...(question ? [section(`❓ ${say('card.question')}\n${quote(shorten(question, LONGEST))}`)] : []),
    ...(unhappyAt && !decision ? [section(unhappyText(say, call))] : []),
    ...(decision ? [section(`💬 *${say('card.decision')}*\n${quote(shorten(decision, LONGEST))}`)] : []),
  ];
}

const unhappyText = (say: Say, { unhappyManagerId, unhappyDueAt }: Call): string =>
  `😠 ${say('card.unhappy', { who: mention(unhappyManagerId ?? ''), when: unhappyDueAt ? momentInside(unhappyDueAt) : '–' })}`;

/** Done at once; everything else is asked in a form. */
const atOnce: readonly Act[] = ['accept', 'takeOver', 'finish', 'reopen'];

/** What stands on somebody's card, in order; the first is the one that is expected. */
function actsFor(call: Call, { personId, standings }: Reader): Act[] {
  const ring = ringingOf(call);
  if (ring && ring.personId === personId) return ['accept', 'decline', 'promise', 'ask'];
  if (standings.has('manager') && call.unhappyAt && !call.decision) return ['decide', 'note'];
  if (call.ownerId === personId && (call.state === 'accepted' || call.state === 'promised')) {
    return ['finish', 'promise', 'giveBack', 'join', 'redirect', 'complain'];
  }
  const isOwn = ['owner', 'taker', 'front', 'head'].some((one) => standings.has(one as Standing));
  if (isOwn && isRinging(call.state)) return ['answer', 'redirect', 'takeOver', 'lose', 'complain'];
  if (isOwn && call.state === 'held') return ['redirect', 'promise', 'finish', 'lose', 'complain'];
  if (isOwn && isOpen(call.state)) return ['takeOver', 'note', 'complain'];
  if (isOwn) return ['reopen', 'complain'];
  if (standings.has('asked') && (isRinging(call.state) || call.state === 'held')) return ['accept', 'note'];
  return ['note'];
}

function buttons(say: Say, call: Call, reader: Reader): KnownBlock[] {
  const acts = actsFor(call, reader)
    .filter((act) => moves[act][call.state] && may(act as Right, reader.standings))
    .filter((act) => act !== 'answer' || call.question !== null);
  const elements = acts.map((act, place) => actButton(say, call, act, place === 0));
  const details = button(numbered(ids.openCall, 'card'), say.plain('card.details'), { value: String(call.number) });
  return [actions('acts', [...elements, details])];
}

/** The way to one act, on a card or in the call's own form. */
export const actButton = (say: Say, { number, state }: Call, act: Act, isFirst = false) =>
  button(numbered(atOnce.includes(act) ? ids.act : ids.ask, act), say.plain(labelOf(act, state)), {
    value: `${act}/${number}`,
    ...(isFirst && isExpected(act, state) && { style: 'primary' as const }),
  });

/** What usually comes next, so that it stands out. */
const isExpected = (act: Act, state: Call['state']): boolean =>
  act === 'redirect' ? state === 'held' : ['accept', 'answer', 'finish', 'decide'].includes(act);

const labelOf = (act: Act, state: Call['state']) =>
  act === 'promise' && state === 'promised'
    ? ('act.promise.again' as const)
    : (`act.${act as 'accept'}.button` as const);
