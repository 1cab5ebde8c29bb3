import type { UnfinishedSheet } from '../../../../platform/hours.js';
import type { Money } from '../../../../platform/money.js';
import type { Employee } from '../employee.js';
import type { Payslip } from '../payslip.js';
import type { PayResult } from '../run/compute.js';
import type { PayInputs } from '../run/inputs.js';
import type { PayrollSettings } from '../settings.js';

/** Everything that the checks look at. */
export interface Facts {
  inputs: PayInputs;
  result: PayResult;
  unfinished: readonly UnfinishedSheet[];
  /** Net of the run before, by `number currency`; null: there was none. */
  lastNets: ReadonlyMap<string, Money> | null;
  settings: Pick<PayrollSettings, 'minimumHourly'>;
  /** Public holidays of the office. */
  holidays: ReadonlySet<string>;
}

/** The facts in the order in which checks ask for them. */
export interface Sorted extends Facts {
  employees: ReadonlyMap<string, Employee>;
  byPerson: ReadonlyMap<string, Employee>;
  slips: ReadonlyMap<string, readonly Payslip[]>;
}

export function sorted(facts: Facts): Sorted {
  const slips = new Map<string, Payslip[]>();
  for (const slip of facts.result.payslips) {
    slips.set(slip.employeeNumber, [...(slips.get(slip.employeeNumber) ?? []), slip]);
  }
  const { employees } = facts.inputs;
  return {
    ...facts,
    employees: new Map(employees.map((employee) => [employee.number, employee])),
    byPerson: new Map(employees.flatMap((employee) => (employee.personId ? [[employee.personId, employee]] : []))),
    slips,
  };
}
