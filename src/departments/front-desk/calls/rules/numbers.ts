import {
  type CountryCode,
  findPhoneNumbersInText,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

/**
 * A number as people type it, in E.164; null where it can't be one. National ones are taken to be of that country, and must be
 * as they are there; with a prefix it is enough that they could be, since new ranges are given out all the time.
 */
export function readNumber(typed: string, country: string): string | null {
  const number = parsePhoneNumberFromString(typed, countryOf(country));
  if (!number?.isPossible()) return null;
  return number.isValid() || typed.trim().startsWith('+') ? number.number : null;
}

/** `+40 21 314 1234`. */
export const numberText = (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

/** The first number within a text, and the text without it. */
export function numberWithin(text: string, country: string): { number: string; rest: string } | null {
  const [found] = findPhoneNumbersInText(text, countryOf(country));
  if (!found || text.slice(found.startsAt, found.endsAt).replace(/\D/g, '').length < SHORTEST) return null;
  const rest = `${text.slice(0, found.startsAt)} ${text.slice(found.endsAt)}`
    .replace(/\s*,(?:\s*,)+\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  return { number: found.number.number, rest };
}

/** Shorter ones are invoices and rooms. */
const SHORTEST = 7;

export const isCountry = (code: string): boolean => isSupportedCountry(code);

const countryOf = (code: string): CountryCode => (isSupportedCountry(code) ? code : 'US');

const known = new Map<string, string | null>();

/** The country in which that zone lies; null where it is of none, such as UTC. */
export function countryIn(timeZone: string): string | null {
  const country = known.has(timeZone) ? (known.get(timeZone) ?? null) : lookUpCountry(timeZone);
  known.set(timeZone, country);
  return country;
}

function lookUpCountry(timeZone: string): string | null {
  const zonesOf = (code: string) => (new Intl.Locale('und', { region: code }) as ZonedLocale).timeZones ?? [];
  const zone = oldName(timeZone);
  return getCountries().find((code) => zonesOf(code).some((one) => oldName(one) === zone)) ?? null;
}

/** Zones are renamed now and then; `Intl` knows that both names are the same. */
function oldName(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
}

type ZonedLocale = Intl.Locale & { timeZones?: string[] };
