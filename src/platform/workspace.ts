import type { Temporal } from './time.js';

/** What desks may look up in Slack, outside a transaction. `src/slack/workspace.ts` is the one there is. */
export interface Workspace {
  /** A link to a message that those who may see it can open; null when Slack gives none. */
  permalink(channel: string, ts: string): Promise<string | null>;
  /**
   * The whole thread that a message stands in, oldest first; that message alone where there is none, and nothing where the
   * bot can't read. At most `limit` (default 50): of a longer thread the beginning, and the message itself.
   */
  thread(channel: string, ts: string, limit?: number): Promise<SlackMessage[]>;
  channel(id: string): Promise<SlackChannel | null>;
  /**
   * What a file holds that somebody gave the bot; null where it is gone or out of the bot's sight. Of one with more than
   * `largest` bytes nothing is kept.
   */
  file(id: string, largest: number): Promise<Uint8Array | 'tooLarge' | null>;
  /** Deletes a file from Slack; false where Slack doesn't let the bot. */
  discardFile(id: string): Promise<boolean>;
  /**
   * Whether these people are at Slack, and want quiet. Of whom Slack doesn't tell soon, nothing is said: nobody waits for it
   * longer than a second. What was heard holds for some seconds.
   */
  presence(ids: readonly string[], now: Temporal.Instant): Promise<ReadonlyMap<string, Presence>>;
  /** The bot's own user id. */
  botUserId(): string;
}

export interface Presence {
  isActive: boolean;
  /** Until when notifications are held back; null: they aren't. */
  quietUntil: Temporal.Instant | null;
}

export interface SlackMessage {
  channel: string;
  ts: string;
  threadTs: string | null;
  /** Absent for messages of apps. */
  userId: string | null;
  text: string;
  files: SlackFile[];
}

export interface SlackFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
}

export interface SlackChannel {
  id: string;
  name: string;
  isPrivate: boolean;
  isArchived: boolean;
  /** Whether the bot is in it. */
  isMember: boolean;
}
