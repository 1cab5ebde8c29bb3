import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Transaction } from '../../../../platform/office.js';
import { dayIn } from '../../../../platform/people/days.js';
import { keptUntil, OFFICE, officeSettings } from '../../../../platform/settings/office-settings.js';
import { forgettingIn } from '../store/forget.js';

/** Hours are what pay is worked out from, so the law keeps them as long as pay; what is older goes. */
export async function forget({ db, now, settings }: Transaction, personId: string): Promise<Forgotten[]> {
  const office = await settings.get(OFFICE, officeSettings);
  const hours = forgettingIn(db);
  const today = dayIn(office.timeZone, now);
  const years = new Set((await hours.lastDaysOf(personId)).map(({ year }) => year));
  const over = [...years].filter((year) => keptUntil(year, office).since(today).sign < 0);
  const erased = over.length > 0 ? await hours.eraseThrough(personId, Math.max(...over)) : 0;
  const kept = await hours.lastDaysOf(personId);
  const newest = kept.at(-1);
  if (!newest) await hours.erasePatterns(personId);
  return [
    { fate: 'erased', what: 'forgotten.old', count: erased },
    {
      fate: 'kept',
      what: 'forgotten.sheets',
      count: kept.length,
      ...(newest && { until: keptUntil(newest.year, office) }),
    },
  ];
}
