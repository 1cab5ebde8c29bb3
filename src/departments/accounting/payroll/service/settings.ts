import { z } from 'zod';
import { type Payroll, type Reading, require } from '../desk.js';
import { DESK, type PayrollSettings } from '../settings.js';

/** What those who keep the payroll may set by form. */
export type Switches = Pick<PayrollSettings, 'currency' | 'minimumHourly' | 'gapFrom'>;

/** Whatever else is stored for the desk stays. */
const stored = z.looseObject({});

export async function seeSettings(desk: Reading, by: string): Promise<Switches> {
  await require(desk, 'keepSettings', by);
  return desk.settings;
}

export async function saveSettings(
  desk: Payroll,
  by: string,
  { currency, minimumHourly, gapFrom }: Switches,
): Promise<void> {
  await require(desk, 'keepSettings', by);
  const switches = { currency, minimumHourly, gapFrom };
  await desk.keep.set(DESK, { ...(await desk.keep.get(DESK, stored)), ...switches }, by);
  const detail = { before: summaryOf(desk.settings), after: summaryOf(switches) };
  await desk.audit.record({ actor: by, action: `${DESK}.write-settings`, object: DESK, detail });
}

/** The law's minimum is no one's pay: it may stand in the record. */
const summaryOf = ({ currency, minimumHourly, gapFrom }: Switches): string[] => [
  `currency:${currency}`,
  ...Object.entries(minimumHourly).map(([code, minor]) => `minimum:${code}:${minor}`),
  `gap:${gapFrom}`,
];
