import type { Days } from '../../../../platform/hours.js';
import { money, moneyText } from '../../../../platform/money.js';
import type { Figure, Unit } from '../../../../platform/reports/report-source.js';
import { Temporal } from '../../../../platform/time.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { numberFormat } from '../../../../platform/words/formats.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Report } from '../report.js';
import { type Change, changeOf } from '../rules/compare.js';
import { type Say, words } from '../words.js';

export const daysOf = ({ from, until }: Pick<Report, 'from' | 'until'>): Days => ({
  from: Temporal.PlainDate.from(from),
  until: Temporal.PlainDate.from(until),
});

/** `45,000.00 RON`, `12:30`, `34.5 %`; plain text. */
export function figureText(say: Say, value: Figure, unit: Unit): string {
  if (value === null) return say.plain('figure.none');
  switch (unit.is) {
    case 'money':
      return moneyText(money(value, unit.currency), say.language);
    case 'minutes':
      return hoursText(value);
    case 'perMille':
      return perMilleText(value, say.language);
    case 'count':
      return numberFormat(say.language).format(value);
  }
}

/** What belongs together isn't parted by the end of a line. */
const TIED = '\u00a0';

const perMilleText = (value: number, language: Language): string =>
  `${numberFormat(language, { maximumFractionDigits: 1 }).format(value / 10)}${TIED}%`;

/** `▲ 5.1 %`, `▼ 3`, `＝`: shares change by points, not by shares of themselves. */
export function changeText({ language }: Pick<Say, 'language'>, change: Change, unit: Unit): string {
  if (change.is === 'same') return '＝';
  const arrow = change.is === 'up' ? '▲' : '▼';
  if (unit.is === 'perMille') {
    const points = numberFormat(language, { maximumFractionDigits: 1 }).format(Math.abs(change.by) / 10);
    return `${arrow}${TIED}${words.in(language).plain('figure.points', { points })}`;
  }
  if (change.perMille === null) return arrow;
  return `${arrow}${TIED}${perMilleText(Math.abs(change.perMille), language)}`;
}

/** The same with what is good or bad about it: not by colour alone. */
export function markedChange(
  say: Say,
  now: Figure,
  before: Figure,
  look: { unit: Unit; better: 'more' | 'less' | 'neither' },
) {
  const change = changeOf(now, before, look.better);
  if (!change) return null;
  const mark = change.isGood === null ? '' : `${TIED}${change.isGood ? '🟢' : '🔴'}`;
  return `${changeText(say, change, look.unit)}${mark}`;
}
