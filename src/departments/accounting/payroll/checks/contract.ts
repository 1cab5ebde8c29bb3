import type { Employee, Terms } from '../employee.js';
import { common, type Day, dayOf, dayText, isWithin, overlap, type Span } from '../run/days.js';
import type { PayInputs } from '../run/inputs.js';
import { priceList } from '../run/price-list.js';

/** What somebody was to work in the period, and what they did; minutes. */
export interface Contracted {
  employee: Employee;
  expected: number;
  counted: number;
}

/**
 * A fifth of the week for each weekday that is no public holiday, on the days that they were employed under terms. Null: none
 * of the days is theirs.
 */
export function contractOf(
  { startsOn, endsOn }: Employee,
  terms: readonly Terms[],
  span: Span,
  holidays: ReadonlySet<Day>,
): number | null {
  const employed = { from: dayText(startsOn), until: endsOn ? dayText(endsOn) : span.until };
  if (!overlap(employed, span) || terms.length === 0) return null;
  const inOrder = terms.map((one) => ({ from: dayText(one.from), weekly: one.weeklyMinutes }));
  inOrder.sort((one, other) => (one.from < other.from ? -1 : 1));
  let fifths = 0;
  for (const day of workdaysOf(common(employed, span), holidays)) {
    fifths += inOrder.findLast(({ from }) => from <= day)?.weekly ?? 0;
  }
  return Math.round(fifths / 5);
}

function workdaysOf({ from, until }: Span, holidays: ReadonlySet<Day>): Day[] {
  const days: Day[] = [];
  for (let day = dayOf(from); dayText(day) <= until; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5 && !holidays.has(dayText(day))) days.push(dayText(day));
  }
  return days;
}

/** Worked or away, by employee number. A public holiday is in nobody's contract, so its hours as such don't count. */
export function hoursOf(inputs: PayInputs, span: Span, holidays: ReadonlySet<Day>): Map<string, number> {
  const list = priceList(inputs.employees, inputs.terms);
  const hours = new Map<string, number>();
  for (const { personId, slices } of inputs.sheets) {
    for (const { day, kind, minutes } of slices) {
      const text = dayText(day);
      if (!isWithin(text, span) || (kind === 'holiday' && holidays.has(text))) continue;
      const number = list.employeeOn(personId, text)?.number;
      if (number) hours.set(number, (hours.get(number) ?? 0) + minutes);
    }
  }
  return hours;
}
