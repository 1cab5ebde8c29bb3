import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Transaction } from '../../../../platform/office.js';
import { keptUntil, OFFICE, officeSettings } from '../../../../platform/settings/office-settings.js';
import type { Employee } from '../employee.js';
import { DESK } from '../settings.js';
import { employeesIn } from '../store/employees.js';
import { forgettingIn } from '../store/forget.js';

/**
 * What was paid is kept as it is, with the name it was paid to. The account goes once nothing is to be paid to it any more, and
 * without any payslip the whole entry on the payroll goes.
 */
export async function forget({ db, settings, audit }: Transaction, personId: string): Promise<Forgotten[]> {
  const employee = await employeesIn(db).ofPerson(personId);
  if (!employee) return [];
  const { number } = employee;
  const paid = forgettingIn(db);
  const [office, slips, isOwed] = [
    await settings.get(OFFICE, officeSettings),
    await paid.paydaysOf(number),
    await mayBeOwed(paid, employee),
  ];
  const newest = slips.at(-1);
  const accounts = isOwed ? 0 : await paid.eraseAccount(number);
  if (accounts > 0)
    await audit.record({ actor: 'system', action: `${DESK}.erase-account`, object: `${DESK}/${number}` });
  const entries = newest || isOwed ? 0 : await paid.eraseEmployee(number);
  return [
    { fate: 'erased', what: 'forgotten.account', count: accounts },
    { fate: 'erased', what: 'forgotten.entry', count: entries },
    { fate: 'kept', what: 'forgotten.owed', count: isOwed ? 1 : 0 },
    {
      fate: 'kept',
      what: 'forgotten.slips',
      count: slips.length,
      ...(newest && { until: keptUntil(newest.year, office) }),
    },
  ];
}

/** Whoever has left may still be owed their last days: until a run that has them is paid, nobody can know. */
async function mayBeOwed(paid: ReturnType<typeof forgettingIn>, { number, endsOn }: Employee): Promise<boolean> {
  return endsOn === null || !(await paid.isPaidUntil(endsOn)) || (await paid.hasOpenRun(number));
}
