import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import type { Delegation } from '../../../../platform/approvals/delegations.js';
import { button, context, divider, input, modal, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { daysText } from '../../../../platform/words/dates.js';
import { fields, ids } from '../ids.js';
import type { NewDelegation } from '../service/delegations.js';
import type { Say } from '../words.js';

const MAX_NOTE = 200;

/** Who decides while somebody is away, and a way to say so. */
export const delegationForm = (
  say: Say,
  delegations: readonly Delegation[],
  today: Temporal.PlainDate,
  notice?: string,
): ModalView =>
  modal({
    callbackId: ids.delegationForm,
    title: say.plain('delegate.title'),
    submit: say.plain('delegate.send'),
    close: say.plain('form.close'),
    blocks: [
      ...(notice ? [context(notice)] : []),
      section(say('delegate.about')),
      ...delegations
        .slice(0, 20)
        .map(({ id, delegateId, from, until, note }) =>
          section(
            `${mention(delegateId)} · ${daysText({ from, until }, say.language)}${note ? ` · ${escapeText(note)}` : ''}`,
            button(ids.removeDelegation, say.plain('delegate.remove'), { value: id }),
          ),
        ),
      divider(),
      input(fields.delegate, say.plain('delegate.who'), { type: 'users_select' }),
      input(fields.from, say.plain('delegate.from'), { type: 'datepicker', initial_date: today.toString() }),
      input(fields.until, say.plain('delegate.until'), { type: 'datepicker' }),
      input(
        fields.note,
        say.plain('delegate.note'),
        { type: 'plain_text_input', max_length: MAX_NOTE },
        { optional: true },
      ),
    ],
  });

export function readDelegation(
  say: Say,
  values: StateValues,
): { wish: NewDelegation } | { errors: Record<string, string> } {
  const day = z.iso.date(say.plain('delegate.dayMissing')).transform((text) => Temporal.PlainDate.from(text));
  const form = z.object({
    [fields.delegate]: z.string(say.plain('delegate.whoMissing')),
    [fields.from]: day,
    [fields.until]: day,
    [fields.note]: z.string().trim().max(MAX_NOTE).optional(),
  });
  const read = form.safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { delegate, from, until, note } = read.data;
  return { wish: { delegateId: delegate, from, until, note: note || null } };
}
