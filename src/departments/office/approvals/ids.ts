import { approvalIds } from '../../../platform/approvals/ids.js';

export const DESK = 'office.approvals';

/** Names on the wire; those on cards are the platform's. */
export const ids = {
  ...approvalIds,
  returnForm: 'office.approvals.return-form',
  details: 'office.approvals.details',
  queue: 'office.approvals.queue',
  showQueue: 'office.approvals.show-queue',
  page: 'office.approvals.page',
  approveChosen: 'office.approvals.approve-chosen',
  delegations: 'office.approvals.delegations',
  showDelegations: 'office.approvals.show-delegations',
  delegationForm: 'office.approvals.delegation-form',
  removeDelegation: 'office.approvals.remove-delegation',
} as const;

/** Blocks by which answers and errors are told apart. */
export const fields = {
  reason: 'reason',
  chosen: 'chosen',
  delegate: 'delegate',
  from: 'from',
  until: 'until',
  note: 'note',
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;
