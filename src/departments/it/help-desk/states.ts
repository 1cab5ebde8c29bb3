import type { State } from './ticket.js';

/** What can be done with a ticket, by whoever may. */
export const acts = [
  'take',
  'assign',
  'release',
  'ask',
  'reply',
  'note',
  'tell',
  'sort',
  'move',
  'resolve',
  'dismiss',
  'withdraw',
  'close',
  'reopen',
  'rate',
] as const;
export type Act = (typeof acts)[number];

type Moves = Partial<Record<State, State>>;

const stays = (...kept: State[]): Moves => Object.fromEntries(kept.map((state) => [state, state]));
const from = (origins: readonly State[], to: State): Moves => Object.fromEntries(origins.map((state) => [state, to]));

const open = ['new', 'reopened', 'in_progress', 'waiting'] as const;
const finished = ['resolved', 'closed', 'not_a_request', 'withdrawn'] as const;

/** A ticket's whole life: act × state → the state that follows. What isn't here can't be done in that state. */
export const moves: Readonly<Record<Act, Readonly<Moves>>> = {
  /** A technician starts on it. */
  take: from(['new', 'reopened'], 'in_progress'),
  /** It is given to a technician, who has yet to take it, or who carries on. */
  assign: stays(...open),
  /** It goes back to the queue. */
  release: { new: 'new', reopened: 'reopened', in_progress: 'new', waiting: 'new' },
  /** The requester is asked something, and the desk's clock stands until they answer. */
  ask: from(open, 'waiting'),
  reply: stays(...open, 'resolved'),
  note: stays(...open, ...finished),
  /** The requester says something: where a question waited, that answers it. */
  tell: { ...stays('new', 'reopened', 'in_progress', 'resolved'), waiting: 'in_progress' },
  /** Priority and category. */
  sort: stays(...open),
  /** It goes into another queue; where whoever has it doesn't work there, it is released. */
  move: stays(...open),
  resolve: from(open, 'resolved'),
  dismiss: from(open, 'not_a_request'),
  withdraw: from(open, 'withdrawn'),
  close: { resolved: 'closed' },
  reopen: from(finished, 'reopened'),
  rate: { resolved: 'closed', closed: 'closed' },
};

export const openStates: readonly State[] = open;
export const finishedStates: readonly State[] = finished;
export const isOpen = (state: State): boolean => openStates.includes(state);

/** Whether the desk's clock runs: it stands while the requester is asked, and ends when nothing is left to do. */
export const clocks: Readonly<Record<State, 'runs' | 'stands' | 'ended'>> = {
  new: 'runs',
  reopened: 'runs',
  in_progress: 'runs',
  waiting: 'stands',
  resolved: 'ended',
  closed: 'ended',
  not_a_request: 'ended',
  withdrawn: 'ended',
};
