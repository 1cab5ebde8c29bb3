import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, divider, input, modal, option, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { ids } from '../ids.js';
import { type HourRules, hourRules } from '../rules/hour-rules.js';
import type { Say } from '../words.js';
import { readHoursIn } from './settings.js';

type Field =
  | 'dailyAfter'
  | 'dailyPercent'
  | 'weeklyAfter'
  | 'weeklyPercent'
  | 'nightFrom'
  | 'nightTo'
  | 'nightPercent'
  | 'weekendPercent'
  | 'holidayPercent'
  | 'leavePercent'
  | 'sickPercent'
  | 'capDay'
  | 'capWeek';

const roundings = [1, 5, 6, 10, 15, 30] as const;
const directions = ['nearest', 'up', 'down'] as const;

/** How hours are paid: a rule without a percent isn't one of the company's. */
export function rulesForm(say: Say, rules: HourRules): ModalView {
  const { dailyOvertime, weeklyOvertime, night, weekend, publicHoliday, absences, caps, rounding } = rules;
  const text = (field: Field, value: string | number | undefined) => textInput(say, field, String(value ?? ''));
  return modal({
    callbackId: ids.rulesForm,
    title: say.plain('rules.title'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    blocks: [
      context(say('rules.about')),
      text('dailyAfter', dailyOvertime ? hoursText(dailyOvertime.afterMinutes) : ''),
      text('dailyPercent', dailyOvertime?.percent),
      text('weeklyAfter', weeklyOvertime ? hoursText(weeklyOvertime.afterMinutes) : ''),
      text('weeklyPercent', weeklyOvertime?.percent),
      divider(),
      clock(say, 'nightFrom', night?.from ?? '22:00'),
      clock(say, 'nightTo', night?.to ?? '06:00'),
      text('nightPercent', night?.percent),
      text('weekendPercent', weekend?.percent),
      text('holidayPercent', publicHoliday?.percent),
      choice(say, 'combine', ['highest', 'sum'], rules.combine),
      divider(),
      text('leavePercent', absences.leave),
      text('sickPercent', absences.sick),
      divider(),
      text('capDay', hoursText(caps.dayMinutes)),
      text('capWeek', hoursText(caps.weekMinutes)),
      choice(say, 'over', ['warn', 'refuse'], caps.over),
      section(`*${say('rules.rounding')}*`),
      choice(say, 'roundTo', roundings.map(String), String(rounding.toMinutes)),
      choice(say, 'direction', directions, rounding.direction),
    ],
  });
}

const textInput = (say: Say, field: Field, value: string): KnownBlock =>
  input(
    field,
    say.plain(`rules.${field}`),
    { type: 'plain_text_input', max_length: 8, ...(value && { initial_value: value }) },
    { optional: true },
  );

const clock = (say: Say, field: 'nightFrom' | 'nightTo', initial_time: string): KnownBlock =>
  input(field, say.plain(`rules.${field}`), { type: 'timepicker', initial_time });

function choice(
  say: Say,
  field: 'combine' | 'over' | 'roundTo' | 'direction',
  values: readonly string[],
  chosen: string,
): KnownBlock {
  const name = (value: string) =>
    field === 'roundTo'
      ? say.plain('rules.minutes', { count: Number(value) })
      : say.plain(`rules.${field}Is.${value}` as 'rules.overIs.warn');
  const options = values.map((value) => option(value, name(value)));
  const initial = options.find(({ value }) => value === chosen);
  return input(field, say.plain(`rules.${field}`), {
    type: 'static_select',
    options,
    ...(initial && { initial_option: initial }),
  });
}

/** What was filled in, or what is wrong, by field. */
export function readRules(say: Say, values: StateValues): { rules: HourRules } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const typed = (field: string) => String(answers[field] ?? '').trim();
  const errors: Record<string, string> = {};
  const percent = (field: Field, least: number, most: number): number | null => {
    if (typed(field) === '') return null;
    const number = /^\d{1,4}\s*%?$/.test(typed(field)) ? Number.parseInt(typed(field), 10) : Number.NaN;
    if (!(number >= least && number <= most)) errors[field] = say.plain('rules.percentWrong', { least, most });
    return number;
  };
  const hours = (field: Field, mostHours: number): number | null => {
    const minutes = readHoursIn(typed(field), mostHours);
    if (minutes === undefined) errors[field] = say.plain('settings.hoursWrong');
    return minutes ?? null;
  };
  const overtime = (after: Field, share: Field, mostHours: number) => {
    const [afterMinutes, is] = [hours(after, mostHours), percent(share, 100, 1000)];
    if (is !== null && afterMinutes === null) errors[after] ??= say.plain('rules.afterMissing');
    return afterMinutes === null || is === null ? null : { afterMinutes, percent: is };
  };
  const raised = (field: Field) => percent(field, 100, 1000);
  const [nightIs, weekendIs, holidayIs] = [raised('nightPercent'), raised('weekendPercent'), raised('holidayPercent')];
  const [from, to] = [typed('nightFrom'), typed('nightTo')];
  if (nightIs !== null && from === to) errors.nightTo = say.plain('rules.nightEmpty');
  const rules = {
    dailyOvertime: overtime('dailyAfter', 'dailyPercent', 24),
    weeklyOvertime: overtime('weeklyAfter', 'weeklyPercent', 7 * 24),
    night: nightIs === null ? null : { from, to, percent: nightIs },
    weekend: weekendIs === null ? null : { days: [6, 7], percent: weekendIs },
    publicHoliday: holidayIs === null ? null : { percent: holidayIs },
    combine: answers.combine,
    absences: { leave: percent('leavePercent', 0, 100) ?? 100, sick: percent('sickPercent', 0, 100) ?? 75 },
    caps: { dayMinutes: hours('capDay', 24) ?? 720, weekMinutes: hours('capWeek', 7 * 24) ?? 2880, over: answers.over },
    rounding: { toMinutes: Number(answers.roundTo), direction: answers.direction },
  };
  return Object.keys(errors).length > 0 ? { errors } : { rules: hourRules.parse(rules) };
}
