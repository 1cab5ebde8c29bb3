import { isAllowed, type Permissions } from '../../../platform/permissions.js';

/** What somebody is to a sheet: its owner, the owner's manager, or an accountant, who keeps all of them. */
export type Standing = 'owner' | 'manager' | 'accountant';

export type Right =
  | 'see'
  | 'write'
  | 'submit'
  | 'withdraw'
  | 'correct'
  | 'writeCorrection'
  | 'drop'
  | 'seeTeam'
  | 'seeAll'
  | 'keepProjects'
  | 'keepPatterns'
  | 'keepSettings';

export const permissions: Permissions<Right, Standing> = {
  see: ['owner', 'manager', 'accountant'],
  write: ['owner'],
  submit: ['owner'],
  withdraw: ['owner', 'accountant'],
  correct: ['owner', 'accountant'],
  /** A correction may be written, and handed in, by whoever keeps the books: somebody may have left. */
  writeCorrection: ['owner', 'accountant'],
  drop: ['owner', 'accountant'],
  seeTeam: ['manager', 'accountant'],
  seeAll: ['accountant'],
  keepProjects: ['accountant'],
  keepPatterns: ['accountant'],
  keepSettings: ['accountant'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);
