import { isAllowed, type Permissions } from '../../../platform/permissions.js';

/** `editor` keeps the sources; `owner` added that feed or watches that word. Everybody reads. */
export type Standing = 'editor' | 'owner';
export type Right = 'keepFeeds' | 'changeFeed' | 'postNow' | 'keepSettings';

export const permissions: Permissions<Right, Standing> = {
  keepFeeds: ['editor'],
  changeFeed: ['editor', 'owner'],
  postNow: ['editor'],
  keepSettings: ['editor'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);
