import type { Payroll } from '../../desk.js';
import { accountsIn } from '../../store/accounts.js';
import { employeesIn } from '../../store/employees.js';
import type { ReadLines } from './lines.js';
import type { Kept } from './plan.js';

/** What the payroll keeps now of those whom these lines are about. Accounts are opened only where a line names one. */
export async function keptFor({ db, people, tx }: Payroll, by: string, { good }: ReadLines): Promise<Kept> {
  const employees = new Map((await employeesIn(db).all()).map((employee) => [employee.number, employee]));
  const known = good.filter(({ number }) => employees.has(number));
  const withAccount = known.filter(({ iban, number }) => iban && employees.get(number)?.hasAccount);
  const addressed = await people.withEmails(good.flatMap(({ email }) => email ?? []));
  return {
    employees,
    terms: await employeesIn(db).termsOf(known.map(({ number }) => number)),
    accounts: await accountsIn(tx).open(
      withAccount.map(({ number }) => number),
      by,
      'compare',
    ),
    slack: new Map([...addressed].map(([email, { id }]) => [email, id])),
  };
}
