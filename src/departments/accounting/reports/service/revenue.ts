import type { Days } from '../../../../platform/hours.js';
import { type Currency, money, times } from '../../../../platform/money.js';
import type { Measure, ReportSource, Tally, TallyRow } from '../../../../platform/reports/report-source.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText } from '../../../../platform/words/dates.js';
import { folded } from '../../../../platform/words/folded.js';
import { DESK, type Line } from '../ledger.js';
import { may } from '../permissions.js';
import { lineFinder } from '../rules/lines.js';
import { type ReportSettings, reportSettings } from '../settings.js';
import { type AccountSum, entriesIn } from '../store/entries.js';
import { type Say, words } from '../words.js';

export const REVENUE = `${DESK}.revenue`;

/** Revenue, cost and margin from the ledgers, by the lines that the bookkeepers made of the accounts. */
export const revenueReport: ReportSource = {
  name: REVENUE,
  title: 'revenue.title',
  about: 'revenue.about',

  async mayRead({ staff }, personId) {
    const roles = await staff.rolesOf(DESK, personId);
    const held = (['keeper', 'reader'] as const).filter((role) => roles.includes(role));
    return may('seeRevenue', new Set(held));
  },

  async tally({ db, settings: kept }, { days, language }) {
    const say = words.in(language);
    const settings = await kept.get(DESK, reportSettings);
    const entries = entriesIn(db);
    const actual = assigned(await entries.sums('actual', days), settings);
    const budgets = (await entries.budgets(days)).map(({ month, ...sum }) => ({
      ...sum,
      minor: shareOf(sum, month, days),
    }));
    const planned = assigned(budgets, settings);
    const lastDay = await entries.lastDay();
    const isBehind = lastDay !== null && lastDay.toString() < days.until.toString();
    return {
      isEmpty: actual.parts.length === 0,
      ...tallied(say, actual.parts, planned.parts, settings),
      notes: [
        ...(isBehind && actual.parts.length > 0
          ? [say.plain('revenue.behind', { day: dayText(lastDay, language) })]
          : []),
        ...(actual.unassigned.length > 0
          ? [
              say.plain('revenue.unassigned', {
                count: actual.unassigned.length,
                accounts: actual.unassigned.slice(0, 5).join(', '),
              }),
            ]
          : []),
      ],
    };
  },
};

/** Of a month's budget, what falls on those days: each day of the month has the same part. */
function shareOf({ minor, currency }: AccountSum, month: Temporal.PlainDate, { from, until }: Days): number {
  const last = month.with({ day: month.daysInMonth });
  const first = Temporal.PlainDate.compare(from, month) > 0 ? from : month;
  const end = Temporal.PlainDate.compare(until, last) < 0 ? until : last;
  const shared = first.until(end, { largestUnit: 'days' }).days + 1;
  return times(money(minor, currency), { numerator: shared, denominator: month.daysInMonth }).minor;
}

/** A part of the result: above zero for revenue, and cost as what it costs. */
interface Part {
  kind: Line['kind'];
  key: string;
  label: string;
  currency: Currency;
  minor: number;
}

/** By line; where amounts have a sign, an account without a line is a line of its own. */
function assigned(sums: readonly AccountSum[], { lines }: Pick<ReportSettings, 'lines'>) {
  const lineOf = lineFinder(lines);
  const parts = new Map<string, Part>();
  const unassigned = new Set<string>();
  for (const { account, currency, amounts, minor } of sums) {
    const line = lineOf(account);
    if (!line && amounts === 'plain') {
      unassigned.add(account);
      continue;
    }
    const kind = line?.kind ?? (minor < 0 ? 'cost' : 'revenue');
    const worth = kind === 'cost' && amounts === 'signed' ? -minor : minor;
    const key = `${line ? `line/${folded(line.name)}/${line.kind}` : `account/${folded(account)}`}/${currency}`;
    const before = parts.get(key);
    parts.set(key, { kind, key, label: line?.name ?? account, currency, minor: (before?.minor ?? 0) + worth });
  }
  return { parts: [...parts.values()].filter(({ minor }) => minor !== 0), unassigned: [...unassigned] };
}

function tallied(
  say: Say,
  parts: readonly Part[],
  planned: readonly Part[],
  { lines }: ReportSettings,
): Pick<Tally, 'measures' | 'rows'> {
  const sizes = new Map<Currency, number>();
  for (const { currency, minor } of parts) sizes.set(currency, (sizes.get(currency) ?? 0) + Math.abs(minor));
  const currencies = [...sizes.keys()].sort((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0));
  const places = new Map(lines.map(({ name, kind }, place) => [`line/${folded(name)}/${kind}`, place]));
  const placeOf = ({ key, currency }: Part) => places.get(key.slice(0, -currency.length - 1)) ?? lines.length;
  const inOrder = [...parts].sort(
    (one, other) =>
      currencies.indexOf(one.currency) - currencies.indexOf(other.currency) ||
      (one.kind === other.kind
        ? placeOf(one) - placeOf(other) || other.minor - one.minor
        : one.kind === 'revenue'
          ? -1
          : 1),
  );
  return {
    measures: currencies.flatMap((currency) => measuresIn(say, currency, parts, planned)),
    rows: inOrder.map(
      ({ key, label, kind, currency, minor }): TallyRow => ({
        ...{ key, label, group: say.plain(`revenue.${kind}`), unit: { is: 'money', currency }, value: minor },
        better: kind === 'revenue' ? 'more' : 'less',
      }),
    ),
  };
}

function measuresIn(say: Say, currency: Currency, parts: readonly Part[], planned: readonly Part[]): Measure[] {
  const sum = (some: readonly Part[], kind: Line['kind']) =>
    some.filter((part) => part.kind === kind && part.currency === currency).reduce((all, { minor }) => all + minor, 0);
  const [revenue, cost] = [sum(parts, 'revenue'), sum(parts, 'cost')];
  const isPlanned = planned.some((part) => part.currency === currency);
  const [hoped, allowed] = [sum(planned, 'revenue'), sum(planned, 'cost')];
  const unit = { is: 'money', currency } as const;
  const budget = (value: number) => (isPlanned ? { budget: value } : {});
  return [
    {
      ...{ key: `revenue:${currency}`, label: say.plain('revenue.revenue'), unit, better: 'more', value: revenue },
      ...budget(hoped),
      isDrawn: true,
    },
    {
      ...{ key: `cost:${currency}`, label: say.plain('revenue.cost'), unit, better: 'less', value: cost },
      ...budget(allowed),
      isDrawn: true,
    },
    {
      ...{ key: `margin:${currency}`, label: say.plain('revenue.margin'), unit, better: 'more', value: revenue - cost },
      ...budget(hoped - allowed),
    },
    {
      ...{ key: `share:${currency}`, label: say.plain('revenue.share'), unit: { is: 'perMille' }, better: 'more' },
      value: revenue > 0 ? Math.round(((revenue - cost) / revenue) * 1000) : null,
    },
  ];
}
