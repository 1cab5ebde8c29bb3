import type { HourKind } from '../../../platform/hours.js';
import type { Temporal } from '../../../platform/time.js';

export const DESK = 'accounting.timesheets';

export const states = ['draft', 'submitted', 'returned', 'approved', 'locked'] as const;
export type State = (typeof states)[number];

/** Hours of one day for one thing. */
export interface Entry {
  day: Temporal.PlainDate;
  kind: HourKind;
  /** Null: for nothing in particular, or an absence. */
  projectId: string | null;
  /** Whole minutes, above zero. */
  minutes: number;
  /** Of those, so many at night. */
  nightMinutes: number;
  /** Not escaped. */
  note: string | null;
}

/** Somebody's hours of one period, whose days are those of their own zone. */
export interface Sheet {
  id: string;
  personId: string;
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  state: State;
  /** Counts up with each correction. */
  version: number;
  /** What payroll pays; null: nothing was locked yet. */
  lockedVersion: number | null;
  /** Counts up with each change. */
  edition: number;
  submittedAt: Temporal.Instant | null;
  submittedBy: string | null;
  decidedAt: Temporal.Instant | null;
  decidedBy: string | null;
  /** Why it was returned, or is corrected. Not escaped. */
  reason: string | null;
  entries: readonly Entry[];
}

/** A locked sheet is being corrected: what was locked counts until the correction is locked, too. */
export const isCorrection = ({ state, lockedVersion }: Pick<Sheet, 'state' | 'lockedVersion'>): boolean =>
  lockedVersion !== null && state !== 'locked';

export const minutesIn = (entries: readonly Pick<Entry, 'minutes'>[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);

/** How the sheet is called in the record and in once keys. */
export const caseOf = (sheetId: string): string => `${DESK}/${sheetId}`;

export interface Project {
  id: string;
  /** Not escaped. */
  name: string;
  archivedAt: Temporal.Instant | null;
}

export const eventKinds = [
  'filled',
  'submitted',
  'withdrawn',
  'approved',
  'returned',
  'undone',
  'locked',
  'correcting',
  'dropped',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface SheetEvent {
  kind: EventKind;
  version: number;
  /** Null: the clock did it. */
  actorId: string | null;
  text: string | null;
  at: Temporal.Instant;
}
