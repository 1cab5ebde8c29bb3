import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, input, modal, plain } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { shorten } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import { ids } from '../ids.js';
import { nextHolidays } from '../phrases.js';
import { type Holiday, readHolidays, type WrongLine, writeHolidays } from '../readers/holidays.js';
import type { Say } from '../words.js';
import { backToList } from './office-form.js';

/** What a plain_text_input can hold, and so the most that can be shown again. */
export const LIST_LENGTH = 3000;
const FIELD = 'holidays';

export interface HolidaysDraft {
  /** Slack keeps what was typed in a field of the same name, so a list that we fill in gets a new one. */
  field: string;
  lines: string;
  holidays: readonly Holiday[];
  /** mrkdwn: what came of the last button. */
  notes?: readonly string[];
}

/** The first day that the form shows: earlier years are over. */
export const shownFrom = (today: Temporal.PlainDate): string => `${today.year}-01-01`;

export function freshDraft(holidays: readonly Holiday[], today: Temporal.PlainDate): HolidaysDraft {
  const shown = holidays.filter(({ date }) => date >= shownFrom(today));
  return { field: `${FIELD}.1`, lines: writeHolidays(shown), holidays: shown };
}

export const nextField = (field: string): string => `${FIELD}.${Number(field.split('.')[1] ?? 0) + 1}`;

export const holidaysForm = (draft: HolidaysDraft, say: Say, today: Temporal.PlainDate): ModalView =>
  modal({
    callbackId: ids.holidaysForm,
    title: say.plain('holidays.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      ...(draft.notes ?? []).map((note) => context(note)),
      context(nextFive(draft.holidays, say, today)),
      linesInput(draft, say),
      countryInput(say),
      actions('fill', [button(ids.fillHolidays, say.plain('button.fillHolidays'))]),
      backToList(say),
    ],
  });

function nextFive(holidays: readonly Holiday[], say: Say, today: Temporal.PlainDate): string {
  const next = nextHolidays(holidays, today, say.language, 5);
  return next.length > 0 ? say('setup.nextHolidays', { days: shorten(next.join(', '), 900) }) : say('setup.noHolidays');
}

const linesInput = ({ field, lines }: HolidaysDraft, say: Say): KnownBlock =>
  input(
    field,
    say.plain('holidays.lines'),
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: LIST_LENGTH,
      ...(lines !== '' && { initial_value: lines }),
    },
    { hint: say.plain('holidays.linesHint'), optional: true },
  );

const countryInput = (say: Say): KnownBlock =>
  input(
    'country',
    say.plain('holidays.country'),
    { type: 'external_select', min_query_length: 0, placeholder: plain(say.plain('holidays.countryPlaceholder'), 150) },
    { hint: say.plain('holidays.countryHint'), optional: true },
    ids.countries,
  );

export interface HolidaysRead {
  field: string;
  lines: string;
  read: Holiday[] | WrongLine;
  country: string | null;
}

export function readHolidaysForm(values: StateValues, say: Say, today: Temporal.PlainDate): HolidaysRead {
  const answers = answersOf(values);
  const field = Object.keys(answers).find((name) => name.startsWith(`${FIELD}.`)) ?? `${FIELD}.1`;
  const typed = answers[field];
  const lines = typeof typed === 'string' ? typed : '';
  const country = typeof answers.country === 'string' ? answers.country : null;
  return { field, lines, country, read: readHolidays(lines, today, say.plain('holidays.noName')) };
}

/** As all that is said at a field: escaped, since it may have to stand on top of the form. */
export const wrongLineText = ({ wrong, number, line }: WrongLine, say: Say): string =>
  say(`holidays.${wrong}`, { number, line: shorten(line, 80) });
