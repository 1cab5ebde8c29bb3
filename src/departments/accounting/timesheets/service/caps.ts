import type { Person } from '../../../../platform/people/person.js';
import { hoursText } from '../../../../platform/words/dates.js';
import type { Reading } from '../desk.js';
import { type Breach, breachesOf } from '../rules/caps.js';
import type { Entry, Sheet } from '../sheet.js';
import { no } from '../words.js';

/** More hours than there may be; those that a day can't have are refused, the others are only pointed out. */
export const breachesIn = ({ settings }: Reading, { timeZone }: Person, entries: readonly Entry[]): Breach[] =>
  breachesOf(entries, settings.rules, timeZone);

/** Refuses what goes over a cap by this change; what was over it before may at least be made less. */
export async function refuseTooMany(
  desk: Reading,
  owner: Person,
  sheet: Sheet,
  entries: readonly Entry[],
): Promise<void> {
  const before = new Map(breachesIn(desk, owner, sheet.entries).map((breach) => [keyOf(breach), breach.minutes]));
  const worse = breachesIn(desk, owner, entries).find(
    (breach) => breach.over === 'refuse' && breach.minutes > (before.get(keyOf(breach)) ?? 0),
  );
  if (!worse) return;
  const { cap, day, minutes, most } = worse;
  throw no(`refused.cap.${cap}`, { day: String(day), hours: hoursText(minutes), most: hoursText(most) });
}

const keyOf = ({ cap, day }: Breach): string => `${cap}/${day}`;
