/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {
  // Shortcuts, as in the manifest.
  openShortcut: 'accounting.timesheets.open-week',

  // Forms.
  sheetForm: 'accounting.timesheets.sheet-form',
  dayForm: 'accounting.timesheets.day-form',
  correctForm: 'accounting.timesheets.correct-form',
  projectsView: 'accounting.timesheets.projects',
  projectForm: 'accounting.timesheets.project-form',
  teamView: 'accounting.timesheets.team',
  settingsForm: 'accounting.timesheets.settings-form',
  rulesForm: 'accounting.timesheets.rules-form',
  exportForm: 'accounting.timesheets.export-form',
  stintForm: 'accounting.timesheets.stint-form',
  stretchForm: 'accounting.timesheets.stretch-form',
  clockView: 'accounting.timesheets.clock-view',
  patternsView: 'accounting.timesheets.patterns',
  patternForm: 'accounting.timesheets.pattern-form',

  // Buttons and choices.
  open: 'accounting.timesheets.open',
  turn: 'accounting.timesheets.turn',
  editDay: 'accounting.timesheets.edit-day',
  saveLines: 'accounting.timesheets.save-lines',
  copy: 'accounting.timesheets.copy',
  fill: 'accounting.timesheets.fill',
  withdraw: 'accounting.timesheets.withdraw',
  correct: 'accounting.timesheets.correct',
  drop: 'accounting.timesheets.drop',
  team: 'accounting.timesheets.show-team',
  remind: 'accounting.timesheets.remind',
  clock: 'accounting.timesheets.clock',
  putRight: 'accounting.timesheets.put-right',
  addProject: 'accounting.timesheets.add-project',
  editProject: 'accounting.timesheets.edit-project',
  archiveProject: 'accounting.timesheets.archive-project',
  rules: 'accounting.timesheets.rules',
  patterns: 'accounting.timesheets.show-patterns',
  choosePerson: 'accounting.timesheets.choose-person',
  addPattern: 'accounting.timesheets.add-pattern',
  editPattern: 'accounting.timesheets.edit-pattern',
  removePattern: 'accounting.timesheets.remove-pattern',
  stretches: 'accounting.timesheets.show-stretches',
  addStretch: 'accounting.timesheets.add-stretch',
  editStretch: 'accounting.timesheets.edit-stretch',
  removeStretch: 'accounting.timesheets.remove-stretch',

  // Searches.
  projectSearch: 'accounting.timesheets.find-project',
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;

/** Blocks by which answers and errors are told apart. */
export const fields = {
  lines: 'lines',
  reason: 'reason',
  name: 'name',
  awayKind: 'away-kind',
  awayHours: 'away-hours',
} as const;

/** The n-th row of a day's form. */
export const rowField = (part: 'project' | 'hours' | 'note', row: number): string => `${part}-${row}`;
