import { DESK } from '../complaint.js';
import type { Complaints, Reading } from '../desk.js';
import type { ComplaintSettings } from '../settings.js';
import { require } from './access.js';

export async function seeSettings(desk: Reading, by: string): Promise<ComplaintSettings> {
  await require(desk, 'keepSettings', by);
  return desk.settings;
}

export async function keepSettings(desk: Complaints, by: string, settings: ComplaintSettings): Promise<void> {
  await require(desk, 'keepSettings', by);
  await desk.keep.set(DESK, settings, by);
  await desk.audit.record({ actor: by, action: `${DESK}.keep-settings`, object: DESK });
}
