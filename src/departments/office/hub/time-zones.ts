import type { Temporal } from '../../../platform/time.js';
import { folded } from '../../../platform/words/folded.js';

/** Zones whose name has the query in it, best first: the city counts more than the continent. */
export function zonesLike(query: string): string[] {
  const wanted = plainly(query);
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => plainly(zone).includes(wanted))
    .sort((one, other) => rank(one, wanted) - rank(other, wanted) || one.localeCompare(other));
}

const rank = (zone: string, wanted: string): number => {
  const city = plainly(zone.split('/').at(-1) ?? zone);
  if (city.startsWith(wanted)) return 0;
  return city.includes(wanted) ? 1 : 2;
};

/** Underscores of the names are spaces for whoever types. */
const plainly = (text: string): string =>
  folded(text)
    .replace(/[\s_]+/g, ' ')
    .trim();

/** Names of the tz database only; offsets such as `+02:00` know no summer time. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `Europe/Bucharest (UTC+03:00)` */
export function zoneText(zone: string, now: Temporal.Instant): string {
  const { offset } = now.toZonedDateTimeISO(zone);
  return zone === 'UTC' ? zone : `${zone.replaceAll('_', ' ')} (UTC${offset})`;
}
