/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {
  // Shortcuts, as in the manifest.
  openShortcut: 'front-desk.calls.hand-over',
  messageShortcut: 'front-desk.calls.from-message',

  // Forms.
  handOverForm: 'front-desk.calls.form',
  callView: 'front-desk.calls.call',
  actForm: 'front-desk.calls.act-form',
  listView: 'front-desk.calls.list',
  whoView: 'front-desk.calls.who',
  rotationForm: 'front-desk.calls.rotation-form',
  shiftsForm: 'front-desk.calls.shifts-form',
  swapForm: 'front-desk.calls.swap-form',
  skillsForm: 'front-desk.calls.skills-form',
  settingsForm: 'front-desk.calls.settings-form',
  eraseForm: 'front-desk.calls.erase-form',
  statisticsView: 'front-desk.calls.statistics',

  // Buttons and choices.
  handOver: 'front-desk.calls.hand-over-button',
  target: 'front-desk.calls.target',
  callerNumber: 'front-desk.calls.number',
  act: 'front-desk.calls.act',
  ask: 'front-desk.calls.ask',
  openCall: 'front-desk.calls.open',
  list: 'front-desk.calls.list-turn',
  csv: 'front-desk.calls.csv',
  older: 'front-desk.calls.older',
  switch: 'front-desk.calls.switch',
  rotation: 'front-desk.calls.rotation',
  rotationRemove: 'front-desk.calls.rotation-remove',
  shifts: 'front-desk.calls.shifts',
  swap: 'front-desk.calls.swap',
  swapAnswer: 'front-desk.calls.swap-answer',
  skills: 'front-desk.calls.skills',
  statistics: 'front-desk.calls.statistics-turn',
  picture: 'front-desk.calls.picture',
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;
