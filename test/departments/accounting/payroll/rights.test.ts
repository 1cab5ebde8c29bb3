import { require, standingsOf } from '../../../../src/departments/accounting/payroll/desk.js';
import { peopleIds } from '../../../../src/departments/accounting/payroll/people-ids.js';
import { permissions, type Right } from '../../../../src/departments/accounting/payroll/permissions.js';
import { command, press, send } from '../../../support/visits.js';
import { ADMIN, ANA, APPROVER, OFFICER, type OpenPeople, OVERSEER, openPeople, refusal } from './open-people.js';

let open: OpenPeople;
beforeAll(async () => {
  open = await openPeople();
  await open.begin();
});
afterAll(() => open.database.close());

const roles = { officer: OFFICER, approver: APPROVER, overseer: OVERSEER, admin: ADMIN, employee: ANA };
type Role = keyof typeof roles;

/** Written out by hand, so that a change of the table is seen by whoever makes it. */
const allowed: Record<Right, readonly Role[]> = {
  seePeople: ['officer', 'approver', 'overseer'],
  keepPeople: ['officer'],
  seeRuns: ['officer', 'approver', 'overseer'],
  prepareRun: ['officer'],
  approveRun: ['approver'],
  overrideCheck: ['approver'],
  seeFairness: ['officer', 'approver', 'overseer'],
  keepMessages: ['officer'],
  sendSlips: ['officer'],
  seeOwnSlip: [],
  keepSettings: ['officer', 'approver'],
};

const every = (Object.keys(permissions) as Right[]).flatMap((right) =>
  (Object.keys(roles) as Role[]).map((role) => [right, role, allowed[right].includes(role)] as const),
);

describe('every right and every role', () => {
  it.each(every)('%s, %s: %s', async (right, role, isAllowed) => {
    const asked = open.look((desk) => require(desk, right, roles[role]));
    if (isAllowed) await expect(asked).resolves.toBeUndefined();
    else expect(await refusal(asked)).toContain('Only those who keep the payroll can do this');
  });

  it('one’s own slip is one’s own, and nobody else’s', async () => {
    await expect(open.look((desk) => require(desk, 'seeOwnSlip', ANA, ANA))).resolves.toBeUndefined();
    expect(await refusal(open.look((desk) => require(desk, 'seeOwnSlip', OFFICER, ANA)))).toContain('Only those');
    expect(await refusal(open.look((desk) => require(desk, 'seeOwnSlip', ANA, null)))).toContain('Only those');
  });

  it('nobody keeps a right whose role was taken from them', async () => {
    await open.office.transact((tx) => tx.staff.appoint('accounting.payroll', 'overseer', []));
    expect(await open.look((desk) => standingsOf(desk, OVERSEER))).toEqual(new Set());
    await open.office.transact((tx) => tx.staff.appoint('accounting.payroll', 'overseer', [OVERSEER]));
  });
});

/** Every door of this part → the right that it asks for. Values that come with it are claims, so they are made up. */
const view = (callback_id: string) => ({
  ...{ type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] },
  ...{ callback_id, private_metadata: '{"number":"1","mark":"x"}' },
});
const doors: [string, Right, (by: string) => Promise<unknown>][] = [
  ['/payroll people', 'seePeople', (by) => command(open, by, 'people')],
  ['/payroll add', 'keepPeople', (by) => command(open, by, 'add')],
  ['/payroll import', 'keepPeople', (by) => command(open, by, 'import')],
  ['/payroll settings', 'keepSettings', (by) => command(open, by, 'settings')],
  ['Open', 'seePeople', (by) => press(open, by, peopleIds.openEmployee, '1')],
  ['Add', 'keepPeople', (by) => press(open, by, peopleIds.addEmployee)],
  ['Upload', 'keepPeople', (by) => press(open, by, peopleIds.openImport)],
  ['Next', 'seePeople', (by) => press(open, by, peopleIds.peoplePage, '{"query":"","page":1}')],
  ['employee form', 'keepPeople', (by) => send(open, by, view(peopleIds.employeeForm), {})],
  ['upload form', 'keepPeople', (by) => send(open, by, view(peopleIds.importForm), {})],
  ['confirm form', 'keepPeople', (by) => send(open, by, view(peopleIds.importConfirm), {})],
];

const attempts = doors.flatMap(([door, right, go]) =>
  (Object.keys(roles) as Role[]).map((role) => [door, role, allowed[right].includes(role), go] as const),
);

describe('every door and every role', () => {
  it.each(attempts)('%s, %s: %s', async (_, role, isAllowed, go) => {
    const said = await refusal(go(roles[role]).then(() => Promise.reject(new Error('let in')))).catch(
      (error: Error) => error.message,
    );
    expect(said.includes('Only those who keep the payroll') || said.includes('Doar cei')).toBe(!isAllowed);
  });
});
