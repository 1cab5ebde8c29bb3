import { escapeText, mention, momentInside, shorten } from '../../../../platform/mrkdwn.js';
import { askedOf, type Call, ringingOf, type Urgency } from '../call.js';
import { numberText } from '../rules/numbers.js';
import type { Say } from '../words.js';

const urgencyMarks: Readonly<Record<Urgency, string>> = { normal: '', high: '🟠 ', urgent: '🔴 ' };

/** In how many letters who calls and why are shown in a line. */
const LINE = 120;

export const firstLine = (text: string, length = LINE): string =>
  shorten(escapeText(text.split('\n')[0] ?? ''), length);

export const urgencyText = (say: Say, { urgency }: Pick<Call, 'urgency'>): string =>
  `${urgencyMarks[urgency]}${say(`urgency.${urgency}`)}`;

export const urgencyMark = ({ urgency }: Pick<Call, 'urgency'>): string => urgencyMarks[urgency];

/** `Ana Pop, +40 21 314 1234, Firma SRL`. */
export function callerText(say: Say, { callerName, callerNumber, company, erasedAt }: Call): string {
  if (erasedAt) return `_${say('card.erased')}_`;
  const name = callerName === '' ? say('card.noName') : escapeText(callerName);
  const rest = [...(callerNumber ? [numberText(callerNumber)] : []), ...(company ? [escapeText(company)] : [])];
  return [`*${name}*`, ...rest].join(' · ');
}

/** Where a call stands, in a few words. */
export function stateText(say: Say, call: Call): string {
  const ring = ringingOf(call);
  const when = ring ? momentInside(ring.expiresAt) : '';
  const values = { who: mention(ring?.personId ?? call.ownerId), owner: mention(call.ownerId), when };
  if (call.state === 'promised' && call.promisedAt) {
    const key = call.missedAt ? 'state.missed' : 'state.promised';
    return say(key, { ...values, when: momentInside(call.promisedAt) });
  }
  return say(`state.${call.state}`, values);
}

const ringMarks = {
  ringing: '🔔',
  accepted: '✅',
  declined: '🚫',
  timedOut: '⏱️',
  promised: '📅',
  withdrawn: '▫️',
} as const;

/** Who was asked, who is, and who would be. */
export function orderText(say: Say, call: Call): string {
  const asked = askedOf(call).map((personId) => {
    const last = call.rings.findLast((ring) => ring.personId === personId);
    return `${ringMarks[last?.state ?? 'withdrawn']} ${mention(personId)}`;
  });
  const isRinging = ringingOf(call) !== null;
  const queue = isRinging ? call.queue.map(mention) : [];
  const managers = isRinging ? call.managers.map((id) => say('card.manager', { who: mention(id) })) : [];
  return [...asked, ...queue, ...managers].slice(0, MOST_NAMES).join(' → ');
}

const MOST_NAMES = 12;
