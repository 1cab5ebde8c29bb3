import { type Currency, type Money, minus, money, nothing, sumOf } from '../../../../platform/money.js';
import type { PayLine } from '../payslip.js';
import { dayOf, periodOf } from './days.js';
import { grouped, type Piece, worthOf } from './pieces.js';
import type { SheetShare } from './sheets.js';

/** One line for all minutes of the period that are worth the same. */
export const hoursLines = (pieces: readonly Piece[]): PayLine[] =>
  grouped(pieces).map((group) => ({ kind: 'hours', amount: worthOf(group), why: whyOf(group) }));

const whyOf = ({ kind, premiums, minutes, percent, rate, currency, since }: Piece): PayLine['why'] => ({
  from: 'hours',
  ...{ hours: kind, premiums, minutes, percent },
  rate: money(rate, currency),
  rateSince: dayOf(since),
});

/** One line in each currency for a sheet that is worth something else than what was paid for it. */
export function correctionLines({ correction, sheetId, version }: SheetShare): PayLine[] {
  if (!correction) return [];
  const [should, paid] = [grouped(correction.should), grouped(correction.paid)];
  const currencies = [...new Set([...should, ...paid].map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency): PayLine[] => {
    const [due, had] = [worthIn(should, currency), worthIn(paid, currency)];
    const amount = minus(due, had);
    if (amount.minor === 0) return [];
    const why = { from: 'correction', period: periodOf(correction.days), sheetId, version } as const;
    return [{ kind: 'correction', amount, why: { ...why, should: due, paid: had } }];
  });
}

const worthIn = (groups: readonly Piece[], currency: Currency): Money =>
  sumOf(groups.filter((group) => group.currency === currency).map(worthOf), currency);

export const totalOf = (lines: readonly PayLine[], currency: Currency): Money =>
  lines.length === 0
    ? nothing(currency)
    : sumOf(
        lines.map(({ amount }) => amount),
        currency,
      );
