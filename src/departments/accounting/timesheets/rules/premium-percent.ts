import { type HoursSlice, type Premium, premiums } from '../../../../platform/hours.js';
import type { HourRules } from './hour-rules.js';

/** What minutes to which these rules apply are worth, and which of the rules made it so. */
export function worthOf(applying: ReadonlySet<Premium>, rules: HourRules): Pick<HoursSlice, 'percent' | 'premiums'> {
  const raising = premiums.filter((premium) => applying.has(premium) && percentOf(premium, rules) > 100);
  if (rules.combine === 'sum') {
    const percent = raising.reduce((sum, premium) => sum + percentOf(premium, rules) - 100, 100);
    return { percent, premiums: raising };
  }
  const percent = Math.max(100, ...raising.map((premium) => percentOf(premium, rules)));
  return { percent, premiums: raising.filter((premium) => percentOf(premium, rules) === percent) };
}

const percentOf = (premium: Premium, rules: HourRules): number => rules[premium]?.percent ?? 100;
