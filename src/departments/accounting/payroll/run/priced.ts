import type { HoursSlice, WorkedSheet } from '../../../../platform/hours.js';
import { type Day, dayText } from './days.js';
import type { Piece } from './pieces.js';
import type { PriceList, Rate } from './price-list.js';

/** Hours of a day, with whom they belong to and what they are worth; without a piece, that isn't known. */
export interface PricedSlice {
  day: Day;
  minutes: number;
  /** Empty: nobody on the payroll. */
  employeeNumber: string;
  piece: Piece | null;
}

/** A sheet's hours with the rates of their days. */
export function priced(sheet: WorkedSheet, list: PriceList): PricedSlice[] {
  return sheet.slices.map((slice) => {
    const day = dayText(slice.day);
    const employee = list.employeeOn(sheet.personId, day);
    const rate = employee && list.rateOn(employee.number, day);
    return {
      day,
      minutes: slice.minutes,
      employeeNumber: employee?.number ?? '',
      piece: rate && pieceOf(slice, rate),
    };
  });
}

const pieceOf = ({ kind, minutes, percent, premiums }: HoursSlice, { since, terms: { rate } }: Rate): Piece => ({
  ...{ kind, minutes, percent, premiums: [...premiums].sort() },
  ...{ rate: rate.minor, currency: rate.currency, since },
});
