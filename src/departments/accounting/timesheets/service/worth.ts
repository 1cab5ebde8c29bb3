import type { HoursSlice } from '../../../../platform/hours.js';
import { isHoliday, type Reading } from '../desk.js';
import { isWithin } from '../rules/periods.js';
import { slicesOf, slicesWithin } from '../rules/slices.js';
import { weeksAround } from '../rules/weeks.js';
import type { Entry, Sheet } from '../sheet.js';

/**
 * What a sheet's hours are worth. Weekly overtime is counted over whole weeks, so where the period begins or ends within
 * one, the days around it are looked at, as they are in the sheets beside it.
 */
export async function worthOf(desk: Reading, sheet: Sheet): Promise<HoursSlice[]> {
  const hours = [...(await around(desk, sheet)), ...sheet.entries];
  const slices = slicesOf(hours, desk.settings.rules, isHoliday(desk));
  return slicesWithin(slices, { from: sheet.first, until: sheet.last });
}

async function around({ sheets }: Reading, sheet: Sheet): Promise<Entry[]> {
  const { from: first, until: last } = weeksAround({ from: sheet.first, until: sheet.last });
  if (first.equals(sheet.first) && last.equals(sheet.last)) return [];
  const beside = await sheets.among({ first, last }, [sheet.personId]);
  return beside
    .filter(({ id }) => id !== sheet.id)
    .flatMap(({ entries }) => entries)
    .filter(({ day }) => isWithin(day, { first, last }));
}
