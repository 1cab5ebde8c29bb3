import type { KnownBlock } from '@slack/types';
import { actions, button, section } from '../../../../platform/blocks.js';
import { mention, momentInside, quote } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { type Call, type CallEvent, caseOf, type EventKind, ringingOf } from '../call.js';
import type { Calls } from '../desk.js';
import { ids, numbered } from '../ids.js';
import type { Say } from '../words.js';
import { sayTo } from './cards.js';
import { personCard, reminding, saying } from './keys.js';

type Hearers = (call: Call, before: Call, event: CallEvent) => (string | null | undefined)[];

const ownSide: Hearers = ({ takenById, ownerId }, before) => [takenById, ownerId, before.ownerId];
const everybody: Hearers = (call, before) => [
  ...ownSide(call, before, {} as CallEvent),
  ringingOf(call)?.personId,
  ...call.helpers,
  call.unhappyManagerId,
];

/** Who is told aloud of what; the cards show everything. Whoever did it isn't told. */
const hearers: Readonly<Partial<Record<EventKind, Hearers>>> = {
  accepted: ownSide,
  tookOver: (call, before) => [...ownSide(call, before, {} as CallEvent), ringingOf(before)?.personId],
  declined: (_, before) => [before.ownerId],
  held: ({ ownerId }) => [ownerId],
  promised: ownSide,
  missed: (call, before, { detail }) => [...ownSide(call, before, {} as CallEvent), ...(detail.personIds ?? [])],
  returned: ({ takenById }) => [takenById],
  asked: ({ ownerId }) => [ownerId],
  answered: (call) => [ringingOf(call)?.personId],
  noted: everybody,
  unhappy: everybody,
  unhappyLate: ({ unhappyManagerId }, _, { detail }) => [unhappyManagerId, ...(detail.personIds ?? [])],
  decided: everybody,
  orphaned: ({ ownerId }) => [ownerId],
  done: ownSide,
  lost: ownSide,
  reopened: ownSide,
};

/** Says in the thread of each hearer's card what happened, so that they notice it. */
export async function tellOf(desk: Calls, before: Call, call: Call, event: CallEvent): Promise<void> {
  if (event.kind === 'rung') return tellAgain(desk, before, call, event);
  const heard = (hearers[event.kind]?.(call, before, event) ?? []).filter((id) => id && id !== event.actorId);
  for (const personId of new Set(heard)) {
    if (!personId || (await desk.people.get(personId))?.deactivatedAt) continue;
    const say = await sayTo(desk, personId);
    await post(desk, call, personId, sentenceOf(say, call, event), buttonsFor(say, call, event), event.id);
  }
}

/** Who had a card of this call before isn't notified by its change. */
async function tellAgain(desk: Calls, before: Call, call: Call, event: CallEvent): Promise<void> {
  const { personId = '', why } = event.detail;
  const hadCard = before.rings.some((ring) => ring.personId === personId) || call.takenById === personId;
  if (hadCard)
    await post(desk, call, personId, (await sayTo(desk, personId))('told.rung', { number: call.number }), [], event.id);
  if (why !== 'escalated' || before.state === 'escalated') return;
  const say = await sayTo(desk, call.ownerId);
  await post(
    desk,
    call,
    call.ownerId,
    say('told.escalated', { number: call.number, who: mention(personId) }),
    [],
    event.id,
  );
}

async function post(
  { outbox }: Calls,
  { number }: Call,
  to: string,
  text: string,
  blocks: readonly KnownBlock[],
  eventId: string,
): Promise<void> {
  await outbox.post({
    ...{ to, text, once: saying(number, eventId, to), about: caseOf(number) },
    ...(blocks.length > 0 && { blocks: [section(text), ...blocks] }),
    thread: { once: personCard(number, to) },
  });
}

function sentenceOf(say: Say, { number, ownerId }: Call, { kind, actorId, text, detail }: CallEvent): string {
  const sentence = say(`told.${kind as 'accepted'}`, {
    number,
    by: actorId ? mention(actorId) : '',
    owner: mention(ownerId),
    when: detail.at ? momentInside(Temporal.Instant.from(detail.at)) : '',
    who: mention(detail.personIds?.[0] ?? detail.personId ?? ''),
  });
  return text ? `${sentence}\n${quote(text)}` : sentence;
}

/** What to do next, where there is one thing. */
function buttonsFor(say: Say, { number }: Call, { kind }: CallEvent): KnownBlock[] {
  const ask = (act: 'answer' | 'redirect' | 'decide', style?: 'primary') =>
    button(numbered(ids.ask, act), say.plain(`act.${act}.button`), {
      value: `${act}/${number}`,
      ...(style && { style }),
    });
  if (kind === 'asked') return [actions('next', [ask('answer', 'primary')])];
  if (kind === 'held' || kind === 'returned') return [actions('next', [ask('redirect', 'primary')])];
  return [];
}

/** Before a promise is due. */
export async function remindOwner(desk: Calls, call: Call, promisedAt: Temporal.Instant): Promise<void> {
  const { number, ownerId, callerName } = call;
  const say = await sayTo(desk, ownerId);
  await desk.outbox.post({
    to: ownerId,
    text: say('told.remind', { number, name: callerName, when: momentInside(promisedAt) }),
    once: reminding(number, promisedAt.toString(), ownerId),
    about: caseOf(number),
    thread: { once: personCard(number, ownerId) },
  });
}
