import type { KnownBlock } from '@slack/types';
import { button, context, section } from '../../../../platform/blocks.js';
import type { Note } from '../../../../platform/doors/doors.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { ids } from '../ids.js';
import type { Period } from '../rules/periods.js';
import { minutesIn, type Sheet } from '../sheet.js';
import type { Say } from '../words.js';
import { writePlace } from './claims.js';
import { periodText, stateText } from './texts.js';

export interface Kept {
  period: Period;
  sheet: Sheet | null;
}

/** One's own periods, newest first. */
export function statusNote(say: Say, ownerId: string, periods: readonly Kept[]): Note {
  const text = say('status.heading');
  if (periods.length === 0) return { text: say('status.none') };
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...periods.map((kept) => periodRow(say, ownerId, kept)),
      context(say('status.hint')),
    ],
  };
}

export const periodRow = (say: Say, ownerId: string, { period, sheet }: Kept): KnownBlock =>
  section(
    `*${periodText(say, period)}*\n${stateText(say, sheet?.state ?? 'missing')} · ${hoursText(minutesIn(sheet?.entries ?? []))}`,
    openButton(say, ownerId, period),
  );

export const openButton = (say: Say, ownerId: string, { first }: Period) =>
  button(ids.open, say.plain('button.open'), { value: writePlace({ ownerId, day: first }) });
