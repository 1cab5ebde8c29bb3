import type { Transaction } from '../../../../platform/office.js';
import { DESK } from '../settings.js';
import { draftsIn } from '../store/drafts.js';
import { employeesIn } from '../store/employees.js';

/** What has to be done now and then, whether or not anybody comes by. */
export async function tidyPeople(tx: Transaction): Promise<void> {
  await draftsIn(tx).forgetOld();
  await linkNewcomers(tx);
}

/** Employees whom nobody in Slack was known to be get their link once somebody has their address there. */
async function linkNewcomers({ db, people, audit }: Transaction): Promise<void> {
  const all = await employeesIn(db).all();
  const taken = new Set(all.map(({ personId }) => personId));
  const waiting = all.filter(({ personId, email }) => personId === null && email);
  const inSlack = await people.withEmails(waiting.flatMap(({ email }) => email ?? []));
  const found = waiting.flatMap(({ hasAccount: _, ...employee }) => {
    const person = inSlack.get(employee.email ?? '');
    return person && !taken.has(person.id) ? [{ ...employee, personId: person.id }] : [];
  });
  if (found.length === 0) return;
  await employeesIn(db).put(found);
  const detail = { numbers: found.map(({ number }) => number) };
  await audit.record({ actor: 'system', action: `${DESK}.link-people`, object: DESK, detail });
}
