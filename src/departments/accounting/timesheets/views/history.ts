import type { KnownBlock } from '@slack/types';
import { context } from '../../../../platform/blocks.js';
import { mention, momentInside } from '../../../../platform/mrkdwn.js';
import type { SheetEvent } from '../sheet.js';
import type { Say } from '../words.js';

/** What happened to a sheet: who, when, and why. */
export const historyLines = (say: Say, events: readonly SheetEvent[]): KnownBlock[] =>
  events.length === 0 ? [] : [context(events.map((event) => lineOf(say, event)).join('\n'))];

function lineOf(say: Say, { kind, actorId, text, at, version }: SheetEvent): string {
  const who = actorId ? mention(actorId) : say('history.clock');
  const why = text ? `: “${say('history.reason', { text })}”` : '';
  const which = version > 1 ? ` (${say('history.version', { version })})` : '';
  return `${momentInside(at)} · ${say(`history.${kind}`, { who })}${which}${why}`;
}
