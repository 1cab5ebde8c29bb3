import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { actions, button, divider, input, modal, option, plain } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import type { OfficeSettings } from '../../../../platform/settings/office-settings.js';
import type { Temporal } from '../../../../platform/time.js';
import { languages } from '../../../../platform/words/words.js';
import { ids } from '../ids.js';
import { weekdayName, weekdays } from '../phrases.js';
import { readHours } from '../readers/hours.js';
import type { OfficeForm } from '../service/office.js';
import { isTimeZone, zoneText } from '../time-zones.js';
import type { Say } from '../words.js';

/** Leads back to the list of all that can be set up; what was typed here is then left behind. */
export const backToList = (say: Say): KnownBlock =>
  actions('back-to-list', [button(ids.allSetup, `‹ ${say.plain('button.allSetup')}`)]);

export const officeForm = (settings: OfficeSettings, say: Say, now: Temporal.Instant): ModalView =>
  modal({
    callbackId: ids.officeForm,
    title: say.plain('office.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      zoneInput(settings.timeZone, say, now),
      languageInput(settings, say),
      divider(),
      ...weekdays.map((weekday) => hoursInput(weekday, settings, say)),
      divider(),
      sealInput(settings, say),
      keepInput(settings, say),
      backToList(say),
    ],
  });

const zoneInput = (zone: string, say: Say, now: Temporal.Instant) =>
  input(
    'zone',
    say.plain('office.timeZone'),
    { type: 'external_select', min_query_length: 0, initial_option: zoneOption(zone, now) },
    { hint: say.plain('office.timeZoneHint') },
    ids.zones,
  );

export const zoneOption = (zone: string, now: Temporal.Instant) => option(zone, zoneText(zone, now));

function languageInput({ language }: OfficeSettings, say: Say): KnownBlock {
  const choice = (code: (typeof languages)[number]) => option(code, say.plain(`language.${code}`));
  return input(
    'language',
    say.plain('office.language'),
    { type: 'static_select', options: languages.map(choice), initial_option: choice(language) },
    { hint: say.plain('office.languageHint') },
  );
}

/** The field of the channel that the record's head is posted to. */
export const SEAL_FIELD = 'seal';

const sealInput = ({ sealChannel }: OfficeSettings, say: Say): KnownBlock =>
  input(
    SEAL_FIELD,
    say.plain('office.seal'),
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(sealChannel && { initial_conversation: sealChannel }),
    },
    { hint: say.plain('office.sealHint'), optional: true },
  );

const KEEP_FIELD = 'keep';
const MOST_YEARS = 100;

const keepInput = ({ keepPayYears }: OfficeSettings, say: Say): KnownBlock =>
  input(
    KEEP_FIELD,
    say.plain('office.keep'),
    { type: 'plain_text_input', initial_value: String(keepPayYears), max_length: 3 },
    { hint: say.plain('office.keepHint') },
  );

const hoursField = (weekday: string) => `hours.${weekday}`;

function hoursInput(weekday: (typeof weekdays)[number], { hours }: OfficeSettings, say: Say): KnownBlock {
  const opening = hours[weekday];
  const initial = opening ? `${opening.from}-${opening.to}` : say.plain('setup.closed');
  return input(
    hoursField(weekday),
    weekdayName(weekday, say.language),
    { type: 'plain_text_input', initial_value: initial, max_length: 40, placeholder: plain('09:00-17:00') },
    { optional: true, ...(weekday === '1' && { hint: say.plain('office.hoursHint') }) },
  );
}

const formShape = (say: Say) => {
  const badKeep = say.plain('office.badKeep', { most: MOST_YEARS });
  return z.object({
    zone: z.string({ error: say.plain('office.unknownZone') }).refine(isTimeZone, say.plain('office.unknownZone')),
    language: z.enum(languages, { error: say.plain('office.unknownLanguage') }),
    [SEAL_FIELD]: z.string().nullish(),
    [KEEP_FIELD]: z.coerce.number(badKeep).int(badKeep).min(1, badKeep).max(MOST_YEARS, badKeep),
  });
};

type Errors = Record<string, string>;

export function readOfficeForm(values: StateValues, say: Say): { form: OfficeForm } | { errors: Errors } {
  const answers = answersOf(values);
  const { hours, errors } = readWeek(answers, say);
  const read = formShape(say).safeParse(answers);
  if (!read.success) return { errors: { ...errors, ...errorsByField(read.error.issues) } };
  if (Object.keys(errors).length > 0) return { errors };
  const { zone, language, seal, keep } = read.data;
  return { form: { timeZone: zone, language, hours, sealChannel: seal ?? null, keepPayYears: keep } };
}

function readWeek(answers: Record<string, unknown>, say: Say): { hours: OfficeSettings['hours']; errors: Errors } {
  const hours: OfficeSettings['hours'] = {};
  const errors: Errors = {};
  for (const weekday of weekdays) {
    const typed = answers[hoursField(weekday)];
    const read = readHours(typeof typed === 'string' ? typed : '');
    if ('wrong' in read) errors[hoursField(weekday)] = say.plain(`office.${read.wrong}`);
    else if (read.opening) hours[weekday] = read.opening;
  }
  const isNeverOpen = Object.keys(hours).length === 0 && Object.keys(errors).length === 0;
  return { hours, errors: isNeverOpen ? { [hoursField('1')]: say.plain('office.neverOpen') } : errors };
}
