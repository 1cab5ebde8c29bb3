import type { Days } from '../../../../platform/hours.js';
import type { Look } from '../../../../platform/office.js';
import type { Figure, Tally } from '../../../../platform/reports/report-source.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Period, Report } from '../report.js';
import { driversAmong } from '../rules/compare.js';
import { periodLabel } from '../rules/period-text.js';
import { comparedWith, comparisonsOf, pastPeriods } from '../rules/span.js';
import { type OfferedSource, titleOf } from './sources.js';

export interface Wanted {
  offered: OfferedSource;
  period: Period;
  days: Days;
  language: Language;
  /** Null: a channel. */
  readerId: string | null;
}

/** Asks the desk for each span, and puts beside each other what it tells: one way for all sources. */
export async function compose(look: Look, { offered, period, days, language, readerId }: Wanted): Promise<Report> {
  const { source } = offered;
  const known = new Map<string, Tally>();
  const tallyOf = async (span: Days): Promise<Tally> => {
    const tally = known.get(`${span.from}`) ?? (await source.tally(look, { days: span, language, readerId }));
    known.set(`${span.from}`, tally);
    return tally;
  };
  const now = await tallyOf(days);
  const compared = comparisonsOf[period];
  const before: Tally[] = [];
  for (const comparison of compared) before.push(await tallyOf(comparedWith(period, days, comparison)));
  const past: { label: string; tally: Tally }[] = [];
  for (const span of now.isEmpty ? [] : pastPeriods(period, days)) {
    past.push({ label: periodLabel(period, span, language), tally: await tallyOf(span) });
  }
  const rows = rowsOf(now, before);
  return {
    ...{ title: titleOf(offered, language), source: source.name, period },
    ...{ from: days.from.toString(), until: days.until.toString() },
    ...{ isEmpty: now.isEmpty, isPrivate: source.isPrivate ?? false, comparisons: [...compared] },
    measures: now.measures.map(({ isDrawn: _drawn, budget = null, ...measure }) => ({
      ...{ ...measure, budget },
      before: before.map((tally) => measureIn(tally, measure.key)),
    })),
    rows,
    drivers: driversAmong(rows),
    past: pastOf(now, past),
    notes: [...now.notes],
  };
}

/** Of a span of which nothing is known, nothing is told: it isn't zero. */
const measureIn = (tally: Tally, key: string): Figure =>
  tally.isEmpty ? null : (tally.measures.find((measure) => measure.key === key)?.value ?? null);

/** Those of this span, then those that were only in the one before: what is gone explains a change too. */
function rowsOf(now: Tally, before: readonly Tally[]): Report['rows'] {
  const [previous] = before;
  const gone = (previous?.rows ?? []).filter(({ key }) => now.rows.every((row) => row.key !== key));
  const valueIn = (tally: Tally, key: string): Figure => {
    const row = tally.rows.find((one) => one.key === key);
    return row ? row.value : tally.isEmpty ? null : 0;
  };
  return [...now.rows, ...gone.map((row) => ({ ...row, value: 0 }))].map((row) => ({
    ...row,
    before: before.map((tally) => valueIn(tally, row.key)),
  }));
}

function pastOf(now: Tally, past: readonly { label: string; tally: Tally }[]): Report['past'] {
  const [first] = now.measures.filter(({ isDrawn }) => isDrawn);
  // One picture has one scale: what counts something else isn't drawn with it.
  const drawn = now.measures.filter(
    ({ isDrawn, unit }) => isDrawn && JSON.stringify(unit) === JSON.stringify(first?.unit),
  );
  // It begins with the first period of which anything is known.
  const known = past.slice(past.findIndex(({ tally }) => !tally.isEmpty));
  return {
    labels: known.map(({ label }) => label),
    series: drawn.map(({ key, label, unit }) => ({
      ...{ name: label, unit },
      values: known.map(({ tally }) => measureIn(tally, key)),
    })),
  };
}
