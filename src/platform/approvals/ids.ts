/** Names on the wire of what stands on every card, wherever it is drawn. The desk `office.approvals` answers them. */
export const approvalIds = {
  approve: 'office.approvals.approve',
  giveBack: 'office.approvals.return',
  look: 'office.approvals.look',
  undo: 'office.approvals.undo',
} as const;
