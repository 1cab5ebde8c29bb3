import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { button, context, divider, input, modal, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { shorten } from '../../../../platform/mrkdwn.js';
import type { Absence } from '../../../../platform/people/person.js';
import { Temporal } from '../../../../platform/time.js';
import { ids } from '../ids.js';
import { daysText } from '../phrases.js';
import type { DateRange } from '../readers/date-range.js';
import type { AbsenceForm } from '../service/absences.js';
import type { Say } from '../words.js';

const NOTE_LENGTH = 200;
/** A view holds 100 blocks. */
const SHOWN = 40;

/** What to fill in, and under it what is noted already. */
export const awayForm = (absences: readonly Absence[], filled: Partial<DateRange>, say: Say): ModalView =>
  modal({
    callbackId: ids.awayForm,
    title: say.plain('away.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.close'),
    blocks: [
      dayInput('from', filled.from, say),
      dayInput('until', filled.until, say),
      noteInput(filled.note, say),
      divider(),
      ...ownAbsences(absences, say),
    ],
  });

const dayInput = (field: 'from' | 'until', day: Temporal.PlainDate | undefined, say: Say): KnownBlock =>
  input(field, say.plain(`away.${field}`), { type: 'datepicker', ...(day && { initial_date: day.toString() }) });

const noteInput = (note: string | undefined, say: Say): KnownBlock =>
  input(
    'note',
    say.plain('away.note'),
    {
      type: 'plain_text_input',
      max_length: NOTE_LENGTH,
      ...(note && { initial_value: shorten(note, NOTE_LENGTH) }),
    },
    { optional: true, hint: say.plain('away.noteHint') },
  );

function ownAbsences(absences: readonly Absence[], say: Say): KnownBlock[] {
  if (absences.length === 0) return [context(say('away.none'))];
  const remove = (id: string) => button(ids.removeAbsence, say.plain('button.remove'), { value: id, style: 'danger' });
  return [
    section(say('away.yours')),
    ...absences.slice(0, SHOWN).map((absence) => section(absenceLine(absence, say), remove(absence.id))),
  ];
}

function absenceLine({ from, until, note }: Absence, say: Say): string {
  const when = daysText(from, until, say);
  return note ? say('away.lineNote', { when, note }) : when;
}

const formShape = (say: Say) => {
  const day = z.iso.date({ error: say.plain('away.missing') }).transform((date) => Temporal.PlainDate.from(date));
  const note = z.string().trim().max(NOTE_LENGTH, say.plain('away.tooLong')).optional();
  return z.object({ from: day, until: day, note });
};

export function readAwayForm(
  values: StateValues,
  say: Say,
): { form: AbsenceForm } | { errors: Record<string, string> } {
  const read = formShape(say).safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { from, until, note } = read.data;
  return { form: { from, until, note: note || null } };
}
