import { DESK } from '../call.js';
import { type Calls, colleague, type Reading } from '../desk.js';
import { may, standingsOf } from '../permissions.js';
import type { CallSettings } from '../settings.js';
import { no } from '../words.js';

export async function settingsToKeep(desk: Reading, by: string): Promise<CallSettings> {
  if (!may('keepSettings', standingsOf(await colleague(desk, by)))) throw no('refused.notHead');
  return desk.settings;
}

export async function keepSettings(desk: Calls, by: string, settings: Omit<CallSettings, 'channel'>): Promise<void> {
  const before = await settingsToKeep(desk, by);
  await desk.keep.set(DESK, { ...before, ...settings }, by);
  await desk.audit.record({ actor: by, action: `${DESK}.settings`, object: DESK });
}
