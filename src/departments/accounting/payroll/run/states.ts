export const runStates = ['draft', 'submitted', 'approved', 'paid'] as const;
export type RunState = (typeof runStates)[number];

export type RunAct = 'recompute' | 'submit' | 'takeBack' | 'return' | 'override' | 'approve' | 'markPaid' | 'discard';

/** A run's whole life: act × state → the state that follows. What isn't here can't be done in that state. */
export const moves: Readonly<Record<RunAct, Readonly<Partial<Record<RunState, RunState | 'gone'>>>>> = {
  /** Hours, people or terms have changed: everything is computed anew. */
  recompute: { draft: 'draft' },
  /** It waits for the second person, and stands still meanwhile. */
  submit: { draft: 'submitted' },
  takeBack: { submitted: 'draft' },
  /** The second person says why not. */
  return: { submitted: 'draft' },
  override: { draft: 'draft', submitted: 'submitted' },
  /** From here on it can't be changed: what was wrong is corrected by the next run. */
  approve: { submitted: 'approved' },
  markPaid: { approved: 'paid' },
  discard: { draft: 'gone' },
};

/** Runs whose days count as paid: others only correct them. */
export const settledStates = ['approved', 'paid'] as const satisfies readonly RunState[];
