import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { input, modal } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { readCurrency } from '../../../../platform/tables/cells.js';
import { minorText } from '../amounts.js';
import { peopleIds } from '../people-ids.js';
import { readRate } from '../service/import/cells.js';
import type { Switches } from '../service/settings.js';
import type { Say } from '../words.js';

export const settingsForm = (say: Say, { currency, minimumHourly, gapFrom }: Switches): ModalView => {
  const minima = Object.entries(minimumHourly).map(
    ([code, minor]) => `${code} ${minorText({ minor, currency: code }, say.language)}`,
  );
  const field = (block: 'currency' | 'minimum' | 'gap', value: string, more = {}) =>
    input(
      block,
      say.plain(`settings.${block}`),
      { type: 'plain_text_input', max_length: 300, ...(value && { initial_value: value }), ...more },
      { hint: say.plain(`settings.${block}Hint`), optional: block === 'minimum' },
    );
  return modal({
    callbackId: peopleIds.settingsForm,
    title: say.plain('settings.title'),
    submit: say.plain('people.save'),
    close: say.plain('people.cancel'),
    blocks: [
      field('currency', currency),
      field('minimum', minima.join('\n'), { multiline: true }),
      field('gap', percentText(say, gapFrom)),
    ],
  });
};

const percentText = ({ language }: Say, basisPoints: number): string =>
  (basisPoints / 100).toLocaleString(language, { maximumFractionDigits: 2, useGrouping: false });

/** Basis points, from percent with a decimal comma or point; null where they are none. */
function readPercent(text: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(text.trim())) return null;
  const basisPoints = Math.round(Number(text.trim().replace(',', '.')) * 100);
  return basisPoints >= 10 && basisPoints <= 10_000 ? basisPoints : null;
}

/** By currency, in minor units; null where a line is none. */
function readMinima(text: string): Record<string, number> | null {
  const minima: Record<string, number> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, code = '', amount = ''] = /^\s*([a-z]{3})\s+(\S.*)$/i.exec(line) ?? [];
    const currency = readCurrency(code);
    const rate = currency && readRate(amount, currency);
    if (!rate) return null;
    minima[rate.currency] = rate.minor;
  }
  return minima;
}

/** What was filled in, or what is wrong, by field. */
export function readSettings(
  say: Say,
  values: StateValues,
): { switches: Switches } | { errors: Record<string, string> } {
  const field = <Value>(read: (text: string) => Value | null, error: string) =>
    z
      .string()
      .nullish()
      .transform((text, issues): Value => {
        const value = read(text ?? '');
        if (value !== null) return value;
        issues.addIssue({ code: 'custom', message: error });
        return z.NEVER;
      });
  const fields = z.object({
    currency: field(readCurrency, say('settings.badCurrency')),
    minimum: field(readMinima, say('settings.badMinimum')),
    gap: field(readPercent, say('settings.badGap')),
  });
  const read = fields.safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { currency, minimum: minimumHourly, gap: gapFrom } = read.data;
  return { switches: { currency, minimumHourly, gapFrom } };
}
