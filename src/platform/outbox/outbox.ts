import type { KnownBlock } from '@slack/types';
import type { Temporal } from '../time.js';

/** Terms: a *letter* is one thing to be said in Slack; its *lane* is the channel or person it goes to (order and rate
 * are kept by lane); its *once* key names what it tells, so that telling it again is harmless. */
export interface Letter {
  /** A channel id (`C…`, `G…`, `D…`) or a person's id, who then gets a direct message. */
  to: string;
  /** mrkdwn; also the notification and what screen readers read. Never confidential text or pay. */
  text: string;
  blocks?: KnownBlock[];
  /** Under which message: an earlier letter's key, or a timestamp in the same channel. */
  thread?: { once: string } | { ts: string };
  /** Also show a threaded reply in the channel. */
  broadcast?: boolean;
  once: string;
  /** Which case it belongs to, as `desk/case`: `it.help-desk/42`. */
  about?: string;
  notBefore?: Temporal.Instant;
}

export interface Whisper {
  /** The channel in which only `person` sees it. */
  channel: string;
  person: string;
  text: string;
  blocks?: KnownBlock[];
  thread?: { ts: string };
  once: string;
  about?: string;
}

/** A file that somebody shared, to be taken over into another conversation. */
export interface Enclosure {
  fileId: string;
  to: string;
  thread?: { once: string } | { ts: string };
  comment?: string;
  once: string;
  about?: string;
}

/**
 * A message with a file that is drawn when it is sent: what it contains lies in no row, here or in Slack, before that.
 * Slack shows blocks and a file in one message only where there is no text, so it takes none.
 */
export interface DocumentLetter {
  to: string;
  text: string;
  /** Who draws it, as a desk registers it (`Desk.documents`), and what it needs to know which. Never the content itself. */
  file: { source: string; ref: string };
  once: string;
  about?: string;
  notBefore?: Temporal.Instant;
}

/** A file as it was drawn. Its name and title are shown before it is opened, so they say nothing confidential. */
export interface DrawnFile {
  name: string;
  title: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface SentLetter {
  once: string;
  about: string | null;
  channel: string;
  ts: string;
}

/** Writes down, in the transaction that decides it, what is to be said. A worker says it after the commit. */
export interface Outbox {
  post(letter: Letter): Promise<void>;
  /** Edits a letter, sent or still waiting. Of several edits that wait, the last one wins. */
  change(once: string, content: { text: string; blocks?: KnownBlock[] }): Promise<void>;
  /** Deletes a letter from Slack, or takes it back before it is sent. */
  withdraw(once: string): Promise<void>;
  /** Puts this in the place of all that was said about a case, in Slack and in what is kept of letters. */
  erase(about: string, content: { text: string; blocks?: KnownBlock[] }): Promise<void>;
  whisper(whisper: Whisper): Promise<void>;
  enclose(enclosure: Enclosure): Promise<void>;
  document(letter: DocumentLetter): Promise<void>;
  /** Writes down what is new so far, for whoever counts letters in the same transaction. */
  flush(): Promise<void>;
  /** Keeps back the documents about a case that wait, until they are released. What is being sent just now still goes out. */
  holdBack(about: string): Promise<number>;
  /** Lets go what was kept back, none of it before that moment. */
  release(about: string, notBefore: Temporal.Instant): Promise<number>;
  /** Draws the person's App Home anew, if they ever opened it. Several requests that wait count as one. */
  refreshHome(personId: string): Promise<void>;
  /** Which letter stands at that place in Slack: how a reply finds its case. */
  find(channel: string, ts: string): Promise<SentLetter | null>;
  /** Where a letter went; null while it is unsent. */
  where(once: string): Promise<SentLetter | null>;
}

export type OutgoingKind = 'post' | 'change' | 'withdraw' | 'whisper' | 'file' | 'document' | 'home';

/** A letter as the worker hands it to Slack: every reference resolved to Slack's own ids. */
export interface Outgoing {
  id: string;
  kind: OutgoingKind;
  once: string;
  /**
   * HMAC of the once key, hex: travels as message metadata, so that Slack's history can tell whether it arrived. Of a
   * change or withdrawal it is the mark that the message itself carries.
   */
  mark: string;
  channel: string;
  person?: string;
  /** Of the message to edit or delete. */
  ts?: string;
  threadTs?: string;
  broadcast?: boolean;
  text?: string;
  blocks?: KnownBlock[];
  fileId?: string;
  /** Of a document: who draws it, and which. */
  source?: string;
  ref?: string;
  file?: DrawnFile;
  /** Keeps the id under which the file will stand. To be called before the one step that shows it to anybody. */
  noteUpload?: (fileId: string) => Promise<void>;
  /** Slack's ids of what earlier attempts uploaded: by them its history tells whether one of them arrived. */
  uploads?: string[];
}

export type Delivery =
  | { outcome: 'sent'; channel: string; ts: string | null }
  /** Not delivered, and Slack said when to come back. `files`: all that carries one; `all`: the whole workspace. */
  | { outcome: 'later'; afterMs: number; scope: 'lane' | 'files' | 'all'; error: string }
  /** Slack refused for good: `channel_not_found`, `is_archived`, … */
  | { outcome: 'dead'; error: string }
  /** A timeout, a reset or a 5xx: it may have arrived. */
  | { outcome: 'uncertain'; error: string };

/** What carries letters into Slack; `src/slack/sender.ts` is the one there is. */
export interface Carrier {
  deliver(outgoing: Outgoing): Promise<Delivery>;
  /**
   * Looks in Slack's history for a message with that mark. `unknown` where it can't be read; throws where Slack gives no
   * answer just now, and is then asked again later.
   */
  lookUp(
    outgoing: Outgoing,
    since: Temporal.Instant,
  ): Promise<{ found: { channel: string; ts: string } } | 'absent' | 'unknown'>;
}
