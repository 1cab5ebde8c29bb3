import type { Prisma } from '../generated/prisma/client.js';
import type { Audit } from './audit/audit.js';
import type { TelephoneSettings } from './config/telephone-settings.js';
import type { Ask } from './database/ask.js';
import type { Seals } from './encryption/seals.js';
import type { Outbox } from './outbox/outbox.js';
import type { People, Staff } from './people/person.js';
import type { Settings } from './settings/settings.js';
import type { Clock, Temporal } from './time.js';
import type { Web } from './web/fetch.js';
import type { Workspace } from './workspace.js';

/** All that one piece of work may touch; it commits together or not at all. */
export interface Transaction {
  db: Prisma.TransactionClient;
  /** Asks the database several things: side by side in a look, in turn in a transaction. */
  ask: Ask;
  now: Temporal.Instant;
  outbox: Outbox;
  audit: Audit;
  people: People;
  staff: Staff;
  settings: Settings;
  /** Encrypts what must stay unreadable in the database; opening something is recorded in the audit. */
  seals: Seals;
}

/** What somebody who only looks something up may touch. */
export type Look = Omit<Transaction, 'outbox' | 'audit'>;

/** What one of several people asked for. */
export interface Asked<Item> {
  item: Item;
  /** Does what is for them alone, which is then told of under their request. */
  forThem<T>(step: () => Promise<T>): Promise<T>;
}

/** What every desk is given: a way to work, a clock, and eyes in Slack. */
export interface Office {
  /**
   * Runs one piece of work in a transaction. With `incoming`, the key of the request that asked for it, the work is done
   * once however often Slack repeats the request; the repetition throws `AlreadyHandled`.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>, options?: { incoming?: string }): Promise<T>;
  /**
   * The same for a kind of work that many people may ask for at the same moment: what comes while others are at work is done
   * together, in one transaction. Where that fails, each is done alone, so that one fails no other.
   */
  together<Item, Done>(
    work: (tx: Transaction, asked: readonly Asked<Item>[]) => Promise<readonly Done[]>,
  ): (item: Item, options: { incoming: string }) => Promise<Done>;
  /** Does a piece of work and undoes all of it: tells what would come of it. Nobody is told anything, and nothing is kept. */
  rehearse<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Looks something up, outside any transaction. */
  read<T>(look: (tx: Look) => Promise<T>): Promise<T>;
  clock: Clock;
  workspace: Workspace;
  /** The web, as far as it is public; absent where nothing is fetched. */
  web?: Pick<Web, 'fetch'>;
  /** Where the euro's reference rates come from, in the shape of the European Central Bank's file; absent: from the bank. */
  ratesUrl?: string;
  /** Where ledgers are laid down for the desk of reports; absent: nowhere. */
  ledgerFolder?: string;
  /** The telephone system that may hand calls over, where one is set up. */
  telephone?: TelephoneSettings;
}
