import type { Desk } from '../../../../platform/doors/doors.js';
import type { Transaction } from '../../../../platform/office.js';
import { OFFICE, type OfficeSettings, officeSettings } from '../../../../platform/settings/office-settings.js';
import type { Holiday } from '../readers/holidays.js';
import { requireAdmin } from './admins.js';

export type OfficeForm = Pick<OfficeSettings, 'timeZone' | 'language' | 'hours' | 'sealChannel' | 'keepPayYears'>;

export interface OfficeChange {
  before: OfficeSettings;
  after: OfficeSettings;
}

/** Who saves what, and which desks live by it. */
interface Saving {
  by: string;
  desks: readonly Desk[];
}

export const saveOffice = (tx: Transaction, saving: Saving, form: OfficeForm): Promise<OfficeChange> =>
  change(tx, saving, 'office.hub.setup-office', (before) => ({ ...before, ...form }));

/** Years that are over aren't shown in the form, and stay as they were. */
export const saveHolidays = (
  tx: Transaction,
  saving: Saving,
  holidays: readonly Holiday[],
  shownFrom: string,
): Promise<OfficeChange> =>
  change(tx, saving, 'office.hub.setup-holidays', (before) => ({
    ...before,
    holidays: [...before.holidays.filter(({ date }) => date < shownFrom), ...holidays],
  }));

async function change(
  tx: Transaction,
  { by, desks }: Saving,
  action: string,
  edit: (before: OfficeSettings) => OfficeSettings,
): Promise<OfficeChange> {
  await requireAdmin(tx, by);
  const before = await tx.settings.get(OFFICE, officeSettings);
  const after = edit(before);
  await tx.settings.set(OFFICE, after, by);
  await tx.audit.record({
    actor: by,
    action,
    object: OFFICE,
    detail: {
      timeZone: after.timeZone,
      language: after.language,
      holidays: after.holidays.length,
      seal: after.sealChannel,
      keepPayYears: after.keepPayYears,
    },
  });
  await tx.outbox.refreshHome(by);
  const isOther = JSON.stringify(before) !== JSON.stringify(after);
  for (const desk of isOther ? desks : []) await desk.officeChanged?.(tx);
  return { before, after };
}

/** Days that were added and removed, whatever they are called. */
export function changedDays({ before, after }: OfficeChange): { added: number; removed: number } {
  const dates = (settings: OfficeSettings) => new Set(settings.holidays.map(({ date }) => date));
  const [old, now] = [dates(before), dates(after)];
  return {
    added: [...now].filter((date) => !old.has(date)).length,
    removed: [...old].filter((date) => !now.has(date)).length,
  };
}
