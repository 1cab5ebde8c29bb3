export const states = ['ringing', 'escalated', 'held', 'accepted', 'promised', 'done', 'lost'] as const;
/** `escalated`: a manager is rung. `held`: nobody took it, so its owner has the caller again and is told so. */
export type State = (typeof states)[number];

export type Act =
  | 'accept'
  | 'decline'
  | 'timeOut'
  | 'promise'
  | 'giveBack'
  | 'redirect'
  | 'takeOver'
  | 'finish'
  | 'lose'
  | 'reopen'
  | 'ask'
  | 'answer'
  | 'note'
  | 'join'
  | 'complain'
  | 'decide';

const next: readonly State[] = ['ringing', 'escalated', 'held'];
const same = Object.fromEntries(states.map((state) => [state, [state]])) as Record<State, State[]>;

/**
 * A call's whole life: act × state → the states that may follow. What isn't here can't be done in that state. Where several
 * may follow, it depends on whether there is somebody left to ask.
 */
export const moves: Readonly<Record<Act, Readonly<Partial<Record<State, readonly State[]>>>>> = {
  accept: { ringing: ['accepted'], escalated: ['accepted'], held: ['accepted'] },
  decline: { ringing: next, escalated: ['escalated', 'held'] },
  timeOut: { ringing: next, escalated: ['escalated', 'held'] },
  /** Whoever promises to call back has the caller from then on. */
  promise: {
    ringing: ['promised'],
    escalated: ['promised'],
    held: ['promised'],
    accepted: ['promised'],
    promised: ['promised'],
  },
  /** Back to the front desk, with what was learnt. */
  giveBack: { accepted: ['held'], promised: ['held'] },
  /** Somebody else is asked instead; until they accept, its owner keeps it. */
  redirect: { ringing: next, escalated: next, held: next, accepted: next, promised: next },
  /** The front desk takes it, whoever has it. */
  takeOver: {
    ringing: ['accepted'],
    escalated: ['accepted'],
    held: ['accepted'],
    accepted: ['accepted'],
    promised: ['accepted'],
  },
  finish: { held: ['done'], accepted: ['done'], promised: ['done'] },
  /** Only by a person, with a reason. */
  lose: { ringing: ['lost'], escalated: ['lost'], held: ['lost'], accepted: ['lost'], promised: ['lost'] },
  reopen: { done: ['accepted'], lost: ['accepted'] },
  /** Whoever is rung asks before they accept. */
  ask: { ringing: ['ringing'], escalated: ['escalated'] },
  answer: { ringing: ['ringing'], escalated: ['escalated'] },
  note: same,
  join: { accepted: ['accepted'], promised: ['promised'] },
  /** Also when it is finished: a client may be unhappy afterwards. */
  complain: same,
  decide: same,
};

export const isOpen = (state: State): boolean => state !== 'done' && state !== 'lost';
export const openStates = states.filter(isOpen);
/** Somebody is being asked. */
export const isRinging = (state: State): boolean => state === 'ringing' || state === 'escalated';
