import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, divider, input, modal, option, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { ids } from '../ids.js';
import type { Switches } from '../service/settings.js';
import { type Priority, priorities, type TargetKind } from '../ticket.js';
import type { Say } from '../words.js';
import type { Reading } from './reading.js';

const kinds = ['respond', 'resolve'] as const;
const dayFields = ['remindAfterDays', 'closeAfterDays', 'regretDays'] as const;
const pressingFirst = [...priorities].reverse();

const ROTATION = 'rotation';
const KEEP = 'keepMonths';
/** Blocks of the form: `respond-urgent`. */
const targetField = (kind: TargetKind, priority: Priority): string => `${kind}-${priority}`;

/** How the desk works: whether tickets are handed out, by when they are answered and solved, and what it does by itself. */
export const settingsForm = (say: Say, switches: Switches): ModalView =>
  modal({
    callbackId: ids.settingsForm,
    title: say.plain('settings.title'),
    submit: say.plain('settings.save'),
    close: say.plain('form.cancel'),
    blocks: [
      chooseRotation(say, switches.rotation),
      divider(),
      section(say('settings.targets')),
      ...pressingFirst.flatMap((priority) =>
        kinds.map((kind) => targetInput(say, kind, priority, switches.targets[priority][kind])),
      ),
      divider(),
      ...dayFields.map((field) =>
        textInput(field, say.plain(`settings.${field}`), String(switches[field]), say.plain(`settings.${field}Hint`)),
      ),
      context(say('settings.fromNowOn')),
      textInput(
        KEEP,
        say.plain('settings.keepMonths'),
        String(switches.keepMonths),
        say.plain('settings.keepMonthsHint'),
      ),
    ],
  });

function chooseRotation(say: Say, rotation: boolean): KnownBlock {
  const choice = (value: 'on' | 'off') =>
    option(value, say.plain(`settings.rotation.${value}`), say.plain(`settings.rotation.${value}Means`));
  return input(ROTATION, say.plain('settings.rotation.label'), {
    type: 'radio_buttons',
    options: [choice('off'), choice('on')],
    initial_option: choice(rotation ? 'on' : 'off'),
  });
}

const targetInput = (say: Say, kind: TargetKind, priority: Priority, minutes: number): KnownBlock =>
  textInput(
    targetField(kind, priority),
    say.plain(`settings.${kind}`, { priority: say.plain(`priority.${priority}.name`) }),
    writeHours(say, minutes),
  );

const textInput = (block: string, label: string, value: string, hint?: string): KnownBlock =>
  input(
    block,
    label,
    { type: 'plain_text_input', max_length: 10, initial_value: value },
    hint === undefined ? {} : { hint },
  );

/** Two decimals tell every minute apart. */
const writeHours = ({ language }: Pick<Say, 'language'>, minutes: number): string =>
  (minutes / 60).toLocaleString(language, { maximumFractionDigits: 2, useGrouping: false });

const LONGEST_HOURS = 1000;
const LONGEST_DAYS = 60;
const MOST_MONTHS = 240;

/** Minutes, from hours with a decimal comma or point; null where they are none, or out of bounds. */
function readHours(typed: string): number | null {
  if (!/^\d{1,4}([.,]\d{1,2})?$/.test(typed)) return null;
  const minutes = Math.round(Number(typed.replace(',', '.')) * 60);
  return minutes >= 1 && minutes <= LONGEST_HOURS * 60 ? minutes : null;
}

function readDays(typed: string): number | null {
  const days = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= LONGEST_DAYS ? days : null;
}

function readMonths(typed: string): number | null {
  const months = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
  return months >= 0 && months <= MOST_MONTHS ? months : null;
}

/** What was filled in, or what is wrong, by field. */
export function readSettings(say: Say, values: StateValues): Reading<Switches> {
  const answers = answersOf(values);
  const errors: Record<string, string> = {};
  const read = (field: string, amountIn: (typed: string) => number | null, wrong: string): number => {
    const amount = amountIn(String(answers[field] ?? '').trim());
    if (amount === null) errors[field] = wrong;
    return amount ?? 0;
  };
  const hoursWrong = say.plain('settings.hoursWrong', { most: LONGEST_HOURS.toLocaleString(say.language) });
  const hours = (field: string) => read(field, readHours, hoursWrong);
  const days = (field: string) => read(field, readDays, say.plain('settings.daysWrong', { most: LONGEST_DAYS }));
  const target = (priority: Priority) => ({
    respond: hours(targetField('respond', priority)),
    resolve: hours(targetField('resolve', priority)),
  });
  const switches = {
    rotation: answers[ROTATION] === 'on',
    targets: { urgent: target('urgent'), high: target('high'), normal: target('normal'), low: target('low') },
    remindAfterDays: days('remindAfterDays'),
    closeAfterDays: days('closeAfterDays'),
    regretDays: days('regretDays'),
    keepMonths: read(KEEP, readMonths, say.plain('settings.monthsWrong', { most: MOST_MONTHS })),
  };
  const all = { ...contradictions(say, switches), ...errors };
  return Object.keys(all).length > 0 ? { errors: all } : { fields: switches };
}

/** Each may be right by itself, and still not go with the other. */
function contradictions(say: Say, { targets, closeAfterDays, regretDays }: Switches): Record<string, string> {
  const sooner = priorities.filter((priority) => targets[priority].resolve < targets[priority].respond);
  return {
    ...Object.fromEntries(
      sooner.map((priority) => [targetField('resolve', priority), say.plain('settings.resolveSooner')]),
    ),
    ...(regretDays < closeAfterDays && { regretDays: say.plain('settings.regretShort') }),
  };
}
