import { createHmac } from 'node:crypto';
import type { Fate } from './fate.js';
import type { Outgoing } from './outbox.js';
import type { ClaimedLetter } from './queue.js';
import { type StoredLetter, storedLetter } from './stored.js';

/** Resolves a letter's references to Slack's own ids; a fate instead where there is nothing (left) to be said. */
export function address(letter: ClaimedLetter, marksKey: string): Outgoing | Fate {
  if (letter.overtaken) return { state: 'dropped', error: 'overtaken by a later edit' };
  const stored = storedLetter.safeParse({ ...asObject(letter.payload), kind: letter.kind });
  if (!stored.success) return { state: 'dead', error: 'what is stored of it cannot be read' };
  const basis = { id: String(letter.id), once: letter.once, mark: markOf(letter.once, marksKey), channel: letter.lane };
  switch (stored.data.kind) {
    case 'change':
    case 'withdraw':
      return onMessage(letter, stored.data, { ...basis, mark: markOf(letter.target ?? letter.once, marksKey) });
    case 'home':
      return { ...basis, kind: 'home', channel: stored.data.person, person: stored.data.person };
    default:
      return inThread(letter, { ...basis, ...stored.data });
  }
}

const markOf = (once: string, key: string): string => createHmac('sha256', key).update(once).digest('hex');

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** An edit or withdrawal needs a message that certainly stands in Slack. */
function onMessage(
  letter: ClaimedLetter,
  stored: Extract<StoredLetter, { kind: 'change' | 'withdraw' }>,
  basis: Omit<Outgoing, 'kind'>,
): Outgoing | Fate {
  const { targetState, targetChannel, targetTs, targetError } = letter;
  if (targetState === 'sent' && targetChannel && targetTs) {
    return { ...basis, ...stored, channel: targetChannel, ts: targetTs };
  }
  if (targetState === 'ambiguous' || (targetState === 'dead' && stored.kind === 'change')) {
    return { state: 'dead', error: `its message is ${targetState}: ${targetError ?? ''}` };
  }
  return { state: 'dropped', error: 'there is no message' };
}

/**
 * A reply goes where the letter that it hangs on has gone. When it can't be known whether that one arrived, or nothing is
 * known of it any more, the reply stands on its own: better seen out of place than not at all.
 */
function inThread(letter: ClaimedLetter, outgoing: Outgoing): Outgoing | Fate {
  const { targetState, targetLane, targetChannel, targetTs, targetError } = letter;
  if (targetState === 'dead' || targetState === 'dropped') {
    return { state: 'dead', error: `what it replies to is ${targetState}: ${targetError ?? ''}` };
  }
  if (targetState !== 'sent' || !targetChannel || !targetTs || targetLane !== letter.lane) return outgoing;
  return { ...outgoing, channel: targetChannel, threadTs: targetTs };
}
