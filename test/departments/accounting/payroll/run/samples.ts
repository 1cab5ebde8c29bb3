import type { Adjustment, Employee, Terms } from '../../../../../src/departments/accounting/payroll/employee.js';
import type { PayInputs } from '../../../../../src/departments/accounting/payroll/run/inputs.js';
import type { HoursSlice, WorkedSheet } from '../../../../../src/platform/hours.js';
import { money } from '../../../../../src/platform/money.js';
import { Temporal } from '../../../../../src/platform/time.js';

// People, terms and hours as tests write them: only what the test is about is said.

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
export const days = (from: string, until: string) => ({ from: day(from), until: day(until) });

export const ron = (minor: number) => money(minor, 'RON');
export const eur = (minor: number) => money(minor, 'EUR');

export const employee = (number: string, change: Partial<Employee> = {}): Employee => ({
  ...{ number, personId: `U${number}`, name: `Name ${number}`, email: null, managerNumber: null, group: null },
  ...{ startsOn: day('2020-01-01'), endsOn: null, hasAccount: true },
  ...change,
});

/** From then on, for so much an hour. */
export const terms = (employeeNumber: string, from: string, rate = ron(3000), change: Partial<Terms> = {}): Terms => ({
  ...{ employeeNumber, from: day(from), jobTitle: 'Clerk', rate, weeklyMinutes: 40 * 60 },
  ...change,
});

export const termsOf = (...all: Terms[]): Map<string, Terms[]> => {
  const found = new Map<string, Terms[]>();
  for (const one of all) found.set(one.employeeNumber, [...(found.get(one.employeeNumber) ?? []), one]);
  return found;
};

export const slice = (on: string, minutes = 480, change: Partial<HoursSlice> = {}): HoursSlice => ({
  ...{ day: day(on), kind: 'work', minutes, percent: 100, premiums: [] },
  ...change,
});

/** The week from that Monday. */
export function sheet(personId: string, monday: string, slices: HoursSlice[], change: Partial<WorkedSheet> = {}) {
  const first = day(monday);
  const one: WorkedSheet = {
    ...{ sheetId: `${personId}/${monday}`, personId, version: 1, first, last: first.add({ days: 6 }), slices },
    lockedAt: Temporal.Instant.from('2026-11-30T09:00:00Z'),
    ...change,
  };
  return one;
}

/** Monday to Friday, eight hours each. */
export const fullWeek = (monday: string): HoursSlice[] =>
  [0, 1, 2, 3, 4].map((after) => slice(day(monday).add({ days: after }).toString()));

let count = 0;
export const adjustment = (kind: Adjustment['kind'], name: string, change: Partial<Adjustment> = {}): Adjustment => ({
  ...{ id: `a${++count}`, kind, name, size: { basisPoints: 1000 }, employeeNumber: null },
  ...{ from: day('2020-01-01'), until: null },
  ...change,
});

export const inputs = (change: Partial<PayInputs> = {}): PayInputs => ({
  ...{ runId: 'run', period: days('2026-11-01', '2026-11-30'), payday: day('2026-12-10'), settled: [] },
  ...{ employees: [employee('1')], terms: termsOf(terms('1', '2020-01-01')), sheets: [], paid: [], adjustments: [] },
  ...change,
});
