export const states = ['received', 'acknowledged', 'underReview', 'measures', 'closed'] as const;
export type State = (typeof states)[number];

export type Act = 'acknowledge' | 'review' | 'measure' | 'close' | 'reopen';

/** A complaint's whole life: act × state → the state that follows. What isn't here can't be done in that state. */
export const moves: Readonly<Record<Act, Readonly<Partial<Record<State, State>>>>> = {
  /** Whoever complained is told that somebody looks at it. */
  acknowledge: { received: 'acknowledged' },
  review: { acknowledged: 'underReview' },
  measure: { acknowledged: 'measures', underReview: 'measures', measures: 'measures' },
  /** With feedback to whoever complained. */
  close: { acknowledged: 'closed', underReview: 'closed', measures: 'closed' },
  reopen: { closed: 'underReview' },
};

export const isOpen = (state: State): boolean => state !== 'closed';
