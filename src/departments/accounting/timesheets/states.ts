import type { State } from './sheet.js';

/** What can be done with a sheet, by whoever may. */
export const acts = ['write', 'submit', 'withdraw', 'approve', 'return', 'undo', 'lock', 'correct', 'drop'] as const;
export type Act = (typeof acts)[number];

type Moves = Partial<Record<State, State>>;

/** A sheet's whole life: act × state → the state that follows. What isn't here can't be done in that state. */
export const moves: Readonly<Record<Act, Readonly<Moves>>> = {
  write: { draft: 'draft', returned: 'returned' },
  submit: { draft: 'submitted', returned: 'submitted' },
  /** Whoever handed it in wants to change something after all. */
  withdraw: { submitted: 'draft' },
  approve: { submitted: 'approved' },
  return: { submitted: 'returned' },
  /** The approval is taken back. */
  undo: { approved: 'submitted' },
  /** The cut-off: from here on payroll counts on it. */
  lock: { approved: 'locked' },
  /** A new version is written, while the locked one counts. */
  correct: { locked: 'draft' },
  /** The correction is given up: what was locked stands. Only where something was locked. */
  drop: { draft: 'locked', returned: 'locked' },
};

export const isWritable = (state: State): boolean => moves.write[state] !== undefined;
