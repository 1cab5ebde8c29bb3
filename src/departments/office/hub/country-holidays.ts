import { folded } from '../../../platform/words/folded.js';
import type { Language } from '../../../platform/words/words.js';
import type { Holiday } from './readers/holidays.js';

/** A country, `RO`, or a part of one that has its own holidays, `GB-SCT`. */
export interface Country {
  code: string;
  name: string;
}

// The tables of all countries are several megabytes: they are opened when an admin first asks for a country.
const almanac = async () => (await import('date-holidays')).default;

/** Countries by name, those that begin with the query first. */
export async function countriesLike(query: string, language: Language): Promise<Country[]> {
  const wanted = folded(query);
  const rank = ({ code, name }: Country) => {
    if (folded(code) === wanted) return 0;
    return folded(name).startsWith(wanted) ? 1 : 2;
  };
  return (await countries(language))
    .filter(({ code, name }) => folded(code) === wanted || folded(name).includes(wanted))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, language));
}

export const countryOf = async (code: string, language: Language): Promise<Country | undefined> =>
  (await countries(language)).find((country) => country.code === code);

/** The public holidays of those years, one entry a day. */
export async function publicHolidays(code: string, years: readonly number[], language: Language): Promise<Holiday[]> {
  const Almanac = await almanac();
  const [country = '', state] = code.split('-');
  const options = { types: ['public' as const] };
  const book = state ? new Almanac(country, state, options) : new Almanac(country, options);
  return years
    .flatMap((year) => book.getHolidays(year, language))
    .flatMap(({ date, start, end, name }) => daysFrom(date.slice(0, 10), lengthInDays(start, end), name));
}

const lengthInDays = (start: Date, end: Date) =>
  Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));

const daysFrom = (first: string, count: number, name: string): Holiday[] =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(`${first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + index);
    return { date: day.toISOString().slice(0, 10), name };
  });

async function countries(language: Language): Promise<Country[]> {
  const book = new (await almanac())();
  return Object.entries(book.getCountries(language)).flatMap(([code, name]) => [
    { code, name },
    ...Object.entries(book.getStates(code, language) ?? {}).map(([state, part]) => ({
      code: `${code}-${state}`,
      name: `${name}, ${part}`,
    })),
  ]);
}
