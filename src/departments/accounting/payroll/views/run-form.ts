import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { context, input, modal } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { Temporal } from '../../../../platform/time.js';
import { runFields, runIds } from '../run-ids.js';
import type { RunWish } from '../service/inputs.js';
import type { Say } from '../words.js';

export type FormWish = Omit<RunWish, 'id'>;

/** Which days are paid, and when. */
export function runForm(say: Say, { period, payday }: FormWish): ModalView {
  const pick = (block: string, label: string, day: Temporal.PlainDate) =>
    input(block, label, { type: 'datepicker', initial_date: day.toString() });
  return modal({
    callbackId: runIds.form,
    title: say.plain('run.form.title'),
    submit: say.plain('run.form.compute'),
    close: say.plain('run.form.cancel'),
    blocks: [
      context(say('run.form.about')),
      pick(runFields.from, say.plain('run.form.from'), period.from),
      pick(runFields.until, say.plain('run.form.until'), period.until),
      pick(runFields.payday, say.plain('run.form.payday'), payday),
    ],
  });
}

export function readRunForm(say: Say, { values }: OpenView): { wish: FormWish } | { errors: Record<string, string> } {
  const day = z.iso.date({ error: say.plain('run.refused.noDate') }).transform((text) => Temporal.PlainDate.from(text));
  const { from, until, payday } = runFields;
  const read = z.object({ [from]: day, [until]: day, [payday]: day }).safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { data } = read;
  return { wish: { period: { from: data.from, until: data.until }, payday: data.payday } };
}
