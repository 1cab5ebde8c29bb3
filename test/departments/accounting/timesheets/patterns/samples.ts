import {
  officePattern,
  type WorkPattern,
} from '../../../../../src/departments/accounting/timesheets/patterns/pattern.js';
import type { HandIn, Worker } from '../../../../../src/departments/accounting/timesheets/patterns/reminders.js';
import { calendarOf, officeSettings } from '../../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../../src/platform/time.js';

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

export const office = officePattern(calendarOf(officeSettings.parse({})).hours);

export const pattern = (fields: Partial<WorkPattern> = {}): WorkPattern => ({
  ...office,
  validFrom: day('2026-01-01'),
  ...fields,
});

/** Who works nine to five in Bucharest, and on which days they don't. */
export const worker = (fields: Partial<Worker> & { holidays?: string[]; away?: string[] } = {}): Worker => {
  const { holidays = [], away = [], ...rest } = fields;
  return {
    timeZone: 'Europe/Bucharest',
    patterns: [],
    office,
    isHoliday: (on) => holidays.includes(on.toString()),
    isAbsent: (on) => away.includes(on.toString()),
    ...rest,
  };
};

/** Monday to Sunday; locked on Monday at ten in Bucharest. */
export const week47: HandIn = {
  period: { from: day('2026-11-16'), until: day('2026-11-22') },
  isDone: false,
  cutOff: Temporal.Instant.from('2026-11-23T10:00+02:00'),
  given: [],
};
