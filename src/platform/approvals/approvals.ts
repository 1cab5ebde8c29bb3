import type { KnownBlock } from '@slack/types';
import type { Look, Transaction } from '../office.js';
import type { Temporal } from '../time.js';
import type { Language } from '../words/words.js';

/** Terms: an *approval* is something that waits for one of several *deciders*; what it is about is its *subject*, an object
 * of the desk that asks. A decision is about one *version* of the subject: a later version is asked about anew. */
export interface Approval {
  id: string;
  /** Which desk's, and what: `accounting.timesheets.sheet`. */
  kind: string;
  /** The desk's own id of the object. */
  subject: string;
  version: number;
  /** 1: the first who must say yes; 2: the second level, and so on. */
  level: number;
  state: ApprovalState;
  /** Who asks: never decides. */
  requesterId: string;
  /** Others who may not decide: who prepared it, or who decided the level before. */
  barredIds: readonly string[];
  /** Any of these decides; whoever stands in for one of them, too. */
  deciderIds: readonly string[];
  askedAt: Temporal.Instant;
  decidedAt: Temporal.Instant | null;
  decidedBy: string | null;
  /** The decider for whom a delegate stood in. */
  actingFor: string | null;
  /** Why it was returned. Not escaped. */
  reason: string | null;
}

export const approvalStates = ['open', 'approved', 'returned', 'withdrawn'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export type NewApproval = Pick<Approval, 'subject' | 'version' | 'level' | 'requesterId' | 'barredIds' | 'deciderIds'>;

/** How it looks to a decider: all escaped mrkdwn, in their language. */
export interface ApprovalFace {
  /** One line: `Timesheet of Toma, 16–22 November`. Never pay or confidential text: it is in notifications. */
  title: string;
  /** A few short lines under it. */
  facts: readonly string[];
  /** What "Look" shows in a form: everything that a decision needs. */
  details: KnownBlock[];
}

/** What a desk has approved, as data: `Desk.approvals`. */
export interface ApprovalKind {
  /** Begins with the desk's name. */
  name: string;
  /** How long a decider may take an approval back; 0: not at all. */
  undoMinutes: number;
  /** Null where the subject is gone, or a newer version took its place. */
  show(look: Look, approval: Approval, language: Language): Promise<ApprovalFace | null>;
  /** In the transaction of the decision, which `approval` holds already. May ask the next level, may refuse by throwing. */
  decided(tx: Transaction, approval: Approval): Promise<void>;
  /** Who else decides now that all of the deciders have left, or are away with nobody standing in; absent: it waits. */
  decidersFor?(look: Look, approval: Approval): Promise<string[]>;
  /** In the transaction that takes an approval back: `approval` is as it was decided, and open from now on. */
  undone?(tx: Transaction, approval: Approval): Promise<void>;
}
