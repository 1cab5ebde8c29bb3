import { isAllowed, type Permissions } from '../../../platform/permissions.js';

/**
 * What somebody is to the payroll. `officer` keeps it and prepares pay runs, `approver` is the second person who says yes,
 * `overseer` may see pay and change nothing; `employee` is whose pay it is. Admins are nobody here: they set up the office,
 * and see no pay.
 */
export type Standing = 'officer' | 'approver' | 'overseer' | 'employee';

export type Right =
  | 'seePeople'
  | 'keepPeople'
  | 'seeRuns'
  | 'prepareRun'
  | 'approveRun'
  | 'overrideCheck'
  | 'seeFairness'
  | 'keepMessages'
  | 'sendSlips'
  | 'seeOwnSlip'
  | 'keepSettings';

const seers = ['officer', 'approver', 'overseer'] as const;

export const permissions: Permissions<Right, Standing> = {
  seePeople: seers,
  keepPeople: ['officer'],
  seeRuns: seers,
  prepareRun: ['officer'],
  approveRun: ['approver'],
  overrideCheck: ['approver'],
  seeFairness: seers,
  keepMessages: ['officer'],
  sendSlips: ['officer'],
  seeOwnSlip: ['employee'],
  keepSettings: ['officer', 'approver'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);
