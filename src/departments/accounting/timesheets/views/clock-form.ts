import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { button, input, modal, section } from '../../../../platform/blocks.js';
import type { Note, StateValues } from '../../../../platform/doors/doors.js';
import { escapeText, momentInside } from '../../../../platform/mrkdwn.js';
import { timeIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import { hoursText } from '../../../../platform/words/dates.js';
import type { Punched } from '../clock/punch.js';
import type { Stint } from '../clock/stint.js';
import { ids } from '../ids.js';
import type { Say } from '../words.js';

/** What a press led to, and what the day comes to so far. */
export function punchNote(say: Say, done: Punched, minutes: number, project: string | null): Note {
  const since = 'stint' in done ? momentInside(done.stint.startedAt) : '';
  const named = project === null ? '' : ` · ${escapeText(project)}`;
  const text = `${say(`clock.done.${done.outcome}`, { since })}${named} ${say('clock.today', { hours: hoursText(minutes) })}`;
  const forgotten = 'forgotten' in done ? done.forgotten : null;
  const counted = button(ids.stretches, say.plain('button.clock'));
  if (!forgotten) return { text, blocks: [section(text, counted)] };
  const ask = say('clock.forgotten', { since: momentInside(forgotten.startedAt) });
  const putRight = button(ids.putRight, say.plain('clock.putRight'), { value: forgotten.id });
  return { text, blocks: [section(text, counted), section(ask, putRight)] };
}

/** When somebody really went home. Of a shift over midnight that is the next day. */
export function stintForm(say: Say, { id, startedAt }: Stint, timeZone: string): ModalView {
  const began = timeIn(timeZone, startedAt);
  return modal({
    callbackId: ids.stintForm,
    title: say.plain('clock.form.title'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    metadata: id,
    blocks: [
      section(say('clock.form.began', { at: momentInside(startedAt) })),
      input('day', say.plain('clock.form.day'), { type: 'datepicker', initial_date: began.toPlainDate().toString() }),
      input('time', say.plain('clock.form.time'), { type: 'timepicker' }),
    ],
  });
}

export function readStint(
  say: Say,
  values: StateValues,
): { wentAt: Temporal.PlainDateTime } | { errors: Record<string, string> } {
  const form = z.object({
    day: z.iso.date(say.plain('clock.form.dayMissing')),
    time: z.string(say.plain('clock.form.timeMissing')).regex(/^\d{2}:\d{2}$/, say.plain('clock.form.timeMissing')),
  });
  const read = form.safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  return { wentAt: Temporal.PlainDateTime.from(`${read.data.day}T${read.data.time}`) };
}
