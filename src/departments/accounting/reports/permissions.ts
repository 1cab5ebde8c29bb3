import { isAllowed, type Permissions } from '../../../platform/permissions.js';

/**
 * What somebody is to this desk, or to a report. `keeper` keeps the ledgers, `reader` sees what they come to, `owner` made
 * the report. What a report tells is besides a matter of its source, which asks each reader anew.
 */
export type Standing = 'keeper' | 'reader' | 'owner';

export type Right = 'keepLedgers' | 'seeRevenue' | 'seePlan' | 'changePlan';

export const permissions: Permissions<Right, Standing> = {
  keepLedgers: ['keeper'],
  seeRevenue: ['keeper', 'reader'],
  seePlan: ['owner', 'keeper'],
  changePlan: ['owner', 'keeper'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);
