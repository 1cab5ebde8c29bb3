import { DESK } from './settings.js';

/** Names on the wire of pay runs: doors that Slack calls back. */
export const runIds = {
  form: `${DESK}.run-form`,
  view: `${DESK}.run`,
  peopleView: `${DESK}.run-people`,
  slipView: `${DESK}.run-slip`,
  findingsView: `${DESK}.run-findings`,
  passForm: `${DESK}.run-pass-form`,

  list: `${DESK}.run-list`,
  open: `${DESK}.run-open`,
  recompute: `${DESK}.run-recompute`,
  submit: `${DESK}.run-submit`,
  takeBack: `${DESK}.run-take-back`,
  markPaid: `${DESK}.run-mark-paid`,
  discard: `${DESK}.run-discard`,
  people: `${DESK}.run-show-people`,
  peoplePage: `${DESK}.run-people-page`,
  slip: `${DESK}.run-show-slip`,
  why: `${DESK}.run-why`,
  findings: `${DESK}.run-show-findings`,
  findingsPage: `${DESK}.run-findings-page`,
  pass: `${DESK}.run-pass`,
} as const;

/** Blocks by which answers and errors are told apart. */
export const runFields = { from: 'from', until: 'until', payday: 'payday', reason: 'reason', query: 'query' } as const;
