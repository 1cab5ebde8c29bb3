import { type Reading, type Reports, require } from '../desk.js';
import { DESK } from '../ledger.js';
import { lineFinder } from '../rules/lines.js';
import type { ReportSettings } from '../settings.js';

/** The lines as they are, and the accounts that count and have none. */
export async function seeLines(desk: Reading, by: string) {
  await require(desk, 'keepLedgers', by);
  const { entries, settings } = desk;
  const lineOf = lineFinder(settings.lines);
  return { settings, loose: (await entries.accounts()).filter(({ account }) => !lineOf(account)) };
}

export async function keepLines(
  desk: Reports,
  by: string,
  wish: Pick<ReportSettings, 'lines' | 'currency'>,
): Promise<void> {
  await require(desk, 'keepLedgers', by);
  await desk.keep.set(DESK, { ...desk.settings, ...wish }, by);
  await desk.audit.record({ actor: by, action: `${DESK}.lines`, object: DESK });
}
