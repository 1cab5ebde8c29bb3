import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, input, modal, option } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText, hoursText } from '../../../../platform/words/dates.js';
import { ids } from '../ids.js';
import { readHours } from '../rules/hours-text.js';
import { periodLengths, type TimesheetSettings } from '../settings.js';
import type { Say } from '../words.js';

/** What the first form keeps; the rules of hours have a form of their own. */
export type Frame = Omit<TimesheetSettings, 'rules'>;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** The first of January 2024 was a Monday. */
const nameOf = (say: Say, weekday: number): string =>
  dayText(Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }), say.language, { weekday: 'long' });

/** Periods, reminders, the cut-off, and who decides. */
export const settingsForm = (say: Say, frame: Frame): ModalView =>
  modal({
    callbackId: ids.settingsForm,
    title: say.plain('settings.title'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    blocks: [
      actions('rules', [button(ids.rules, say.plain('settings.rules'))]),
      select(
        say,
        'period',
        periodLengths.map((length) => [length, say.plain(`settings.length.${length}`)]),
        frame.period,
      ),
      input(
        'twoWeeksFrom',
        say.plain('settings.twoWeeksFrom'),
        { type: 'datepicker', initial_date: frame.twoWeeksFrom },
        { hint: say.plain('settings.twoWeeksFromHint') },
      ),
      select(
        say,
        'remindOn',
        weekdays.map((day) => [String(day), nameOf(say, day)]),
        String(frame.reminder.weekday),
      ),
      time(say, 'remindAt', frame.reminder.hour),
      text(say, 'cutOffDays', String(frame.cutOff.workingDays)),
      time(say, 'cutOffAt', frame.cutOff.time),
      text(say, 'secondLevel', frame.secondLevelOver === null ? '' : hoursText(frame.secondLevelOver), true),
      text(say, 'ahead', String(frame.ahead)),
      input(
        'exempt',
        say.plain('settings.exempt'),
        { type: 'multi_users_select', ...(frame.exempt.length > 0 && { initial_users: frame.exempt }) },
        { optional: true, hint: say.plain('settings.exemptHint') },
      ),
    ],
  });

function select(
  say: Say,
  field: 'period' | 'remindOn',
  choices: readonly (readonly [string, string])[],
  chosen: string,
): KnownBlock {
  const options = choices.map(([value, name]) => option(value, name));
  const initial = options.find(({ value }) => value === chosen);
  return input(field, say.plain(`settings.${field}`), {
    type: 'static_select',
    options,
    ...(initial && { initial_option: initial }),
  });
}

const time = (say: Say, field: 'remindAt' | 'cutOffAt', initial_time: string): KnownBlock =>
  input(
    field,
    say.plain(`settings.${field}`),
    { type: 'timepicker', initial_time },
    { hint: say.plain(`settings.${field}Hint`) },
  );

const text = (say: Say, field: 'cutOffDays' | 'secondLevel' | 'ahead', value: string, optional = false): KnownBlock =>
  input(
    field,
    say.plain(`settings.${field}`),
    { type: 'plain_text_input', max_length: 8, ...(value && { initial_value: value }) },
    { optional, hint: say.plain(`settings.${field}Hint`) },
  );

/** What was filled in, or what is wrong, by field. */
export function readFrame(
  say: Say,
  values: StateValues,
  before: Frame,
): { frame: Frame } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const typed = (field: string) => String(answers[field] ?? '').trim();
  const errors: Record<string, string> = {};
  const count = (field: string, least: number, most: number): number => {
    const number = /^\d{1,2}$/.test(typed(field)) ? Number(typed(field)) : Number.NaN;
    if (!(number >= least && number <= most)) errors[field] = say.plain('settings.countWrong', { least, most });
    return number;
  };
  const secondLevel = readHoursIn(typed('secondLevel'), 31 * 24);
  if (secondLevel === undefined) errors.secondLevel = say.plain('settings.hoursWrong');
  const frame: Frame = {
    period: periodLengths.find((length) => length === answers.period) ?? 'week',
    twoWeeksFrom: typed('twoWeeksFrom') || '2026-01-05',
    reminder: { ...before.reminder, weekday: Number(typed('remindOn')) || 5, hour: typed('remindAt') || '15:00' },
    cutOff: { workingDays: count('cutOffDays', 1, 10), time: typed('cutOffAt') || '12:00' },
    secondLevelOver: secondLevel ?? null,
    ahead: count('ahead', 0, 12),
    exempt: Array.isArray(answers.exempt) ? answers.exempt.filter((id) => typeof id === 'string') : [],
  };
  return Object.keys(errors).length > 0 ? { errors } : { frame };
}

/** Minutes; null where nothing was typed, undefined where it is no amount, or none above zero and below so many hours. */
export function readHoursIn(typed: string, mostHours: number): number | null | undefined {
  if (typed === '') return null;
  // Amounts of a week are longer than a day, which is what the box of lines reads.
  const whole = /^\d{1,3}$/.test(typed) ? Number(typed) * 60 : undefined;
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  const long = whole ?? (clock ? Number(clock[1]) * 60 + Number(clock[2]) : undefined);
  const read = long !== undefined ? { minutes: long } : readHours(typed);
  const minutes = 'minutes' in read ? read.minutes : 0;
  return minutes > 0 && minutes <= mostHours * 60 ? minutes : undefined;
}
