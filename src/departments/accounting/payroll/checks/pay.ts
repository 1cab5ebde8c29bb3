import { type Money, money } from '../../../../platform/money.js';
import type { HoursWhy, Payslip } from '../payslip.js';
import type { Sorted } from './facts.js';
import type { CheckName, Evidence, Finding } from './finding.js';

const found = (check: CheckName, { employeeNumber, name }: Payslip, evidence: Evidence): Finding => ({
  ...{ check, whom: employeeNumber, name, evidence },
});

const workOf = ({ lines }: Payslip): HoursWhy[] =>
  lines.flatMap(({ why }) => (why.from === 'hours' && why.hours === 'work' ? [why] : []));

const isOvertime = ({ premiums }: HoursWhy): boolean =>
  premiums.includes('dailyOvertime') || premiums.includes('weeklyOvertime');

/** What an hour of it really brings: overtime below its rate is the other check's. */
const hourly = (why: HoursWhy): number =>
  isOvertime(why) ? why.rate.minor : Math.floor((why.rate.minor * why.percent) / 100);

/** Work that is paid less by the hour than the law allows. */
export const belowMinimum = ({ result, settings }: Sorted): Finding[] =>
  result.payslips.flatMap((slip) => {
    const { currency } = slip.net;
    const minimum = settings.minimumHourly[currency];
    const low = minimum === undefined ? [] : workOf(slip).filter((why) => hourly(why) < minimum);
    if (minimum === undefined || low.length === 0) return [];
    const facts = {
      rate: money(Math.min(...low.map(hourly)), currency),
      minimum: money(minimum, currency),
      hours: minutesOf(low),
    };
    return [found('belowMinimum', slip, facts)];
  });

/** Overtime that is paid no more than any other hour, or not at all. */
export const unpaidOvertime = ({ result }: Sorted): Finding[] =>
  result.payslips.flatMap((slip) => {
    const low = workOf(slip).filter((why) => isOvertime(why) && why.percent <= 100);
    if (low.length === 0) return [];
    const percent = Math.min(...low.map((why) => why.percent));
    return [found('unpaidOvertime', slip, { hours: minutesOf(low), percent: { percent } })];
  });

const minutesOf = (whys: readonly HoursWhy[]) => ({ minutes: whys.reduce((sum, { minutes }) => sum + minutes, 0) });

export const negativeNet = ({ result }: Sorted): Finding[] =>
  result.payslips
    .filter(({ net }) => net.minor < 0)
    .map((slip) => found('negativeNet', slip, { gross: slip.gross, deducted: slip.deducted, net: slip.net }));

const JUMP = 0.3;

/** A net that is very different from the last run's. Whoever had none then has nothing to compare with. */
export const jump = ({ result, lastNets }: Sorted): Finding[] =>
  result.payslips.flatMap((slip) => {
    const before = lastNets?.get(`${slip.employeeNumber} ${slip.net.currency}`);
    if (!before || !isJump(before, slip.net)) return [];
    return [found('jump', slip, { before, now: slip.net })];
  });

const isJump = (before: Money, now: Money): boolean =>
  Math.abs(now.minor - before.minor) > Math.abs(before.minor) * JUMP;

export const twoCurrencies = ({ slips }: Sorted): Finding[] =>
  [...slips.values()].flatMap(([first, second]) =>
    first && second ? [found('twoCurrencies', first, { one: first.net, other: second.net })] : [],
  );

/** Nobody is told where to pay it to. */
export const noAccount = ({ slips, employees }: Sorted): Finding[] =>
  firstSlips(slips).flatMap((slip) =>
    employees.get(slip.employeeNumber)?.hasAccount ? [] : [found('noAccount', slip, {})],
  );

/** Nobody can be sent the payslip. */
export const noSlack = ({ slips }: Sorted): Finding[] =>
  firstSlips(slips).flatMap((slip) => (slip.personId === null ? [found('noSlack', slip, {})] : []));

const firstSlips = (slips: Sorted['slips']): Payslip[] => [...slips.values()].flatMap(([first]) => first ?? []);
