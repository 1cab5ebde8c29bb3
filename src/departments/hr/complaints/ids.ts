/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {
  // Shortcuts, as in the manifest.
  openShortcut: 'hr.complaints.complain',

  // Forms.
  complaintForm: 'hr.complaints.form',
  receiptForm: 'hr.complaints.receipt-form',
  ownView: 'hr.complaints.own',
  casesView: 'hr.complaints.cases-view',
  caseView: 'hr.complaints.case-view',
  actForm: 'hr.complaints.act-form',
  settingsForm: 'hr.complaints.settings-form',
  logView: 'hr.complaints.log-view',
  retentionView: 'hr.complaints.retention-view',
  statisticsView: 'hr.complaints.statistics-view',

  // Buttons and choices.
  complain: 'hr.complaints.complain-button',
  askReceipt: 'hr.complaints.ask-receipt',
  openOwn: 'hr.complaints.open-own',
  cases: 'hr.complaints.cases',
  openCase: 'hr.complaints.open-case',
  act: 'hr.complaints.act',
  recuse: 'hr.complaints.recuse',
  hold: 'hr.complaints.hold',
  sendFile: 'hr.complaints.send-file',
  olderEntries: 'hr.complaints.older',
  log: 'hr.complaints.log',
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;
