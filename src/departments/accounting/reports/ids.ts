import { DESK } from './ledger.js';

/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {
  // Forms.
  plansView: `${DESK}.plans`,
  planForm: `${DESK}.plan-form`,
  historyView: `${DESK}.history`,
  reportView: `${DESK}.report`,
  filesView: `${DESK}.files`,
  fileView: `${DESK}.file`,
  uploadForm: `${DESK}.upload-form`,
  mapForm: `${DESK}.map-form`,
  previewForm: `${DESK}.preview-form`,
  entryForm: `${DESK}.entry-form`,
  linesForm: `${DESK}.lines-form`,

  // Buttons and choices.
  open: `${DESK}.open`,
  turnPlans: `${DESK}.plans-turn`,
  add: `${DESK}.add`,
  edit: `${DESK}.edit`,
  redraw: `${DESK}.redraw`,
  pause: `${DESK}.pause`,
  look: `${DESK}.look`,
  preview: `${DESK}.preview`,
  sendNow: `${DESK}.send-now`,
  history: `${DESK}.history-turn`,
  remove: `${DESK}.remove`,
  openRun: `${DESK}.run`,
  files: `${DESK}.files-turn`,
  upload: `${DESK}.upload`,
  entry: `${DESK}.entry`,
  lines: `${DESK}.lines`,
  openFile: `${DESK}.file-turn`,
  replace: `${DESK}.replace`,
  withdraw: `${DESK}.withdraw`,
  putBack: `${DESK}.put-back`,
  mapAgain: `${DESK}.map-again`,
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;
