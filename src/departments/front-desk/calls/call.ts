import type { Temporal } from '../../../platform/time.js';
import type { State } from './states.js';

export const DESK = 'front-desk.calls';

/** From least to most pressing. */
export const urgencies = ['normal', 'high', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** What became of asking somebody to take a call. */
export type RingState = 'ringing' | 'accepted' | 'declined' | 'timedOut' | 'promised' | 'withdrawn';

/** Somebody is or was asked to take a call. */
export interface Ring {
  id: string;
  personId: string;
  state: RingState;
  startedAt: Temporal.Instant;
  /** When it passes on by itself. */
  expiresAt: Temporal.Instant;
  settledAt: Temporal.Instant | null;
}

/** A caller who is handed from the front desk to somebody who can help. Texts are as people typed them: not escaped. */
export interface Call {
  number: number;
  state: State;
  urgency: Urgency;
  /** Like all that tells who called and why: empty or null once the call is erased. */
  callerName: string;
  /** E.164: `+40213141234`. */
  callerNumber: string | null;
  company: string | null;
  reason: string;
  notes: string | null;
  /** ISO 639-1 code of the language that the caller speaks: `ro`. */
  language: string | null;
  /** Who answers for the caller now: whoever handed them on, until somebody accepts. */
  ownerId: string;
  /** Who took the call. */
  takenById: string;
  /** Whom they asked for: see `targetOf`. */
  target: string;
  rotationId: string | null;
  /** Who is still to be rung, in order. */
  queue: string[];
  /** Who is asked last, in order. */
  managers: string[];
  ringSeconds: number;
  /** Asked by whoever is rung, and not answered yet. */
  question: string | null;
  helpers: string[];
  promisedAt: Temporal.Instant | null;
  /** When the owner is reminded of the promise, or asked what came of it; null: nothing is due. */
  remindAt: Temporal.Instant | null;
  missedAt: Temporal.Instant | null;
  unhappyAt: Temporal.Instant | null;
  unhappyManagerId: string | null;
  unhappyDueAt: Temporal.Instant | null;
  unhappyLateAt: Temporal.Instant | null;
  /** What the front desk is to say. */
  decision: string | null;
  decidedById: string | null;
  decidedAt: Temporal.Instant | null;
  openedAt: Temporal.Instant;
  acceptedAt: Temporal.Instant | null;
  finishedAt: Temporal.Instant | null;
  erasedAt: Temporal.Instant | null;
  /** The telephone system's own name for it. */
  outsideId: string | null;
  /** In the order in which they were asked. */
  rings: Ring[];
}

/** One line of a call's history. */
export interface CallEvent {
  id: string;
  kind: EventKind;
  /** Null: the clock did it. */
  actorId: string | null;
  text: string | null;
  /** Of whom or what it tells. */
  detail: { personId?: string; personIds?: string[]; why?: string; at?: string; target?: string };
  at: Temporal.Instant;
}

export const eventKinds = [
  'opened',
  'rung',
  'skipped',
  'accepted',
  'declined',
  'timedOut',
  'held',
  'promised',
  'missed',
  'returned',
  'redirected',
  'asked',
  'answered',
  'noted',
  'joined',
  'unhappy',
  'unhappyLate',
  'decided',
  'tookOver',
  'orphaned',
  'done',
  'lost',
  'reopened',
  'erased',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const caseOf = (number: number): string => `${DESK}/${number}`;

/** Who is being asked just now. */
export const ringingOf = ({ rings }: Pick<Call, 'rings'>): Ring | null =>
  rings.find(({ state }) => state === 'ringing') ?? null;

/** Everybody who was asked so far, each once. */
export const askedOf = ({ rings }: Pick<Call, 'rings'>): string[] => [
  ...new Set(rings.map(({ personId }) => personId)),
];
