import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { ids } from '../ids.js';
import { isCountry, readNumber } from '../rules/numbers.js';
import { type CallSettings, callSettings } from '../settings.js';
import type { Say } from '../words.js';

const numbers = {
  ringSeconds: [15, 600],
  managerSeconds: [30, 1800],
  remindMinutes: [0, 240],
  missedMinutes: [1, 480],
  unhappyMinutes: [15, 4800],
  keepMonths: [1, 120],
} as const;
type NumberField = keyof typeof numbers;
const fields = Object.keys(numbers) as NumberField[];

export const settingsForm = (say: Say, settings: CallSettings, country: string): ModalView =>
  modal({
    callbackId: ids.settingsForm,
    title: say.plain('settings.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      ...fields.map(
        (field): KnownBlock =>
          input(
            field,
            say.plain(`settings.${field}`),
            {
              type: 'number_input',
              is_decimal_allowed: false,
              min_value: String(numbers[field][0]),
              max_value: String(numbers[field][1]),
              initial_value: String(settings[field]),
            },
            { hint: say.plain(`settings.${field}Hint`) },
          ),
      ),
      input(
        'country',
        say.plain('settings.country'),
        { type: 'plain_text_input', max_length: 2, ...(settings.country && { initial_value: settings.country }) },
        { optional: true, hint: say.plain('settings.countryHint', { country }) },
      ),
    ],
  });

export function readSettings(
  say: Say,
  { values }: OpenView,
): { settings: Omit<CallSettings, 'channel'> } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const errors: Record<string, string> = {};
  const read = Object.fromEntries(
    fields.map((field) => {
      const [least, most] = numbers[field];
      const number = Number(String(answers[field] ?? 'x').trim() || 'x');
      if (!Number.isInteger(number) || number < least || number > most) {
        errors[field] = say.plain('settings.between', { least, most });
      }
      return [field, number];
    }),
  );
  const country = String(answers.country ?? '')
    .trim()
    .toUpperCase();
  if (country !== '' && !isCountry(country)) errors.country = say.plain('settings.noCountry');
  if (Object.keys(errors).length > 0) return { errors };
  const { channel: _channel, ...settings } = callSettings.parse({ ...read, country: country || null });
  return { settings };
}

/** Which caller's calls are to be erased: a number's, or single calls. */
export const eraseForm = (say: Say, typed = ''): ModalView =>
  modal({
    callbackId: ids.eraseForm,
    title: say.plain('erase.title'),
    submit: say.plain('erase.erase'),
    close: say.plain('form.cancel'),
    blocks: [
      section(say('erase.about')),
      input(
        'which',
        say.plain('erase.which'),
        { type: 'plain_text_input', max_length: 200, ...(typed && { initial_value: typed }) },
        { hint: say.plain('erase.whichHint') },
      ),
      context(say('erase.final')),
    ],
  });

/** A telephone number, or the numbers of calls: `12, 15`. Null where it is neither. */
export function readErase({ values }: OpenView, country: string): { phone: string } | { numbers: number[] } | null {
  const typed = String(answersOf(values).which ?? '').trim();
  const phone = readNumber(typed, country);
  if (phone) return { phone };
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  const areCalls = parts.length > 0 && parts.every((part) => /^#?\d{1,9}$/.test(part));
  return areCalls ? { numbers: [...new Set(parts.map((part) => Number(part.replace('#', ''))))] } : null;
}
