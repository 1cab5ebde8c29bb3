import { type Reading, require, type Timesheets } from '../desk.js';
import { settingsKey, type TimesheetSettings } from '../settings.js';
import { DESK } from '../sheet.js';

export async function seeSettings(desk: Reading, by: string): Promise<TimesheetSettings> {
  await require(desk, 'keepSettings', by);
  return desk.settings;
}

/** What was begun keeps its days and what was locked its worth: settings count from now on. */
export async function keepSettings(desk: Timesheets, by: string, changes: Partial<TimesheetSettings>): Promise<void> {
  await require(desk, 'keepSettings', by);
  await desk.keep.set(settingsKey, { ...desk.settings, ...changes }, by);
  const detail = { changed: Object.keys(changes).sort() };
  await desk.audit.record({ actor: by, action: `${DESK}.keep-settings`, object: DESK, detail });
}
