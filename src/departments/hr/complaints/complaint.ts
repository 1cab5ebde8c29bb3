import type { Temporal } from '../../../platform/time.js';
import type { State } from './states.js';

export const DESK = 'hr.complaints';

export const kinds = ['harassment', 'discrimination', 'pay', 'safety', 'fraud', 'manager', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** Whether handlers learn who complains, and may say so to others. */
export const modes = ['named', 'confidential', 'anonymous'] as const;
export type Mode = (typeof modes)[number];

export const outcomes = ['founded', 'partly', 'unfounded', 'settled', 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Exclusion {
  id: string;
  why: 'named' | 'excluded' | 'recused';
  /** Who said so; null: the complaint itself. */
  by: string | null;
}

/** Who has to do with a complaint. Slack's ids, sealed where they are kept. */
export interface Parties {
  /** Null: anonymous, and nowhere kept. */
  reporterId: string | null;
  exclusions: readonly Exclusion[];
  /** Whoever was asked since no handler was left. */
  grantedIds: readonly string[];
  /** References of complaints that belong together. */
  links: readonly string[];
}

/** What the form was filled in with. Not escaped. */
export interface Content {
  about: string;
  what: string;
  when: string;
  where: string;
  witnesses: string;
  wants: string;
  fears: boolean;
}

/** A complaint without what happened: enough to decide who may see it. */
export interface Complaint {
  id: string;
  reference: string;
  kind: Kind;
  mode: Mode;
  state: State;
  edition: number;
  receivedOn: Temporal.PlainDate;
  isAnnounced: boolean;
  acknowledgeBy: Temporal.PlainDate;
  feedbackBy: Temporal.PlainDate;
  acknowledgedOn: Temporal.PlainDate | null;
  closedOn: Temporal.PlainDate | null;
  outcome: Outcome | null;
  assigneeId: string | null;
  secondId: string | null;
  isHeld: boolean;
  eraseOn: Temporal.PlainDate | null;
  warnings: readonly string[];
  parties: Parties;
}

export const entryKinds = ['fromReporter', 'toReporter', 'note', 'measure', 'witness', 'event'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Entry {
  seq: number;
  kind: EntryKind;
  on: Temporal.PlainDate;
  isAnnounced: boolean;
  /** Null: whoever complained, or the calendar. */
  by: string | null;
  /** Not escaped; of an event its name. */
  text: string;
}

export interface CaseFile {
  id: string;
  /** Not escaped. */
  name: string;
}

export const objectOf = ({ id }: Pick<Complaint, 'id'>): string => `${DESK}/${id}`;
