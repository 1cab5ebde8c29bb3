import { isAllowed, type Permissions } from '../../../platform/permissions.js';

/**
 * What somebody is to a complaint. `handler` is whoever handles it and isn't kept out; for whoever is, it doesn't exist, so
 * nobody is anything to it.
 */
export type Standing = 'reporter' | 'handler' | 'head' | 'auditor' | 'management';

export type Right =
  | 'see'
  | 'handle'
  | 'assign'
  | 'recuse'
  | 'hold'
  | 'seeOwn'
  | 'answer'
  | 'seeLog'
  | 'seeRetention'
  | 'seeStatistics'
  | 'keepSettings';

export const permissions: Permissions<Right, Standing> = {
  see: ['handler'],
  handle: ['handler'],
  assign: ['handler'],
  recuse: ['handler'],
  hold: ['handler'],
  seeOwn: ['reporter'],
  answer: ['reporter'],
  /** Who did what, never what was written. */
  seeLog: ['auditor'],
  seeRetention: ['head'],
  seeStatistics: ['head', 'auditor', 'management'],
  keepSettings: ['head'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);
