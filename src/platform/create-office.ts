import pLimit from 'p-limit';
import type { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { auditIn } from './audit/record.js';
import type { TelephoneSettings } from './config/telephone-settings.js';
import { withRetries } from './database/retries.js';
import type { KeyRing } from './encryption/keys.js';
import { type Seals, sealsWith } from './encryption/seals.js';
import type { Office, Transaction } from './office.js';
import type { OutboxOfTransaction } from './outbox/write.js';
import { peopleIn } from './people/people.js';
import { staffIn } from './people/staff.js';
import { settingsIn } from './settings/store.js';
import { type Clock, type Temporal, toDate } from './time.js';
import { AlreadyHandled } from './user-error.js';
import type { Web } from './web/fetch.js';
import type { Workspace } from './workspace.js';

export interface OfficeParts {
  database: { prisma: PrismaClient };
  clock: Clock;
  workspace: Workspace;
  outbox: (db: Prisma.TransactionClient, now: Temporal.Instant) => OutboxOfTransaction;
  /** What confidential fields are sealed with. */
  keys: KeyRing;
  telephone?: TelephoneSettings;
  web?: Pick<Web, 'fetch'>;
  ratesUrl?: string;
  ledgerFolder?: string;
  /** Told how long each piece of work took. */
  onTransacted?: (outcome: 'done' | 'failed', ms: number) => void;
  /** Wakes whoever carries letters out; called after each commit. */
  afterCommit: () => void;
}

/**
 * So many pieces of work at the same time: more would only wait for each other inside the database, where those who wait
 * hold a connection, and where looking something up would have to wait with them.
 */
const AT_ONCE = 6;

/** Furnishes the office: every piece of work gets its own transaction, and all that belongs to it commits together. */
export function createOffice(parts: OfficeParts): Office {
  const {
    database,
    clock,
    workspace,
    outbox,
    keys,
    telephone,
    web,
    ratesUrl,
    ledgerFolder,
    onTransacted,
    afterCommit,
  } = parts;
  const { prisma } = database;
  const seals = sealsWith(keys);
  const inTurn = pLimit(AT_ONCE);
  return {
    clock,
    workspace,
    ...(telephone && { telephone }),
    ...(web && { web }),
    ...(ratesUrl && { ratesUrl }),
    ...(ledgerFolder && { ledgerFolder }),
    async transact(work, { incoming } = {}) {
      const begin = () => {
        const now = clock.now();
        return prisma.$transaction(async (db) => {
          if (incoming !== undefined) await takeUp(db, incoming, now);
          const [letters, audit] = [outbox(db, now), auditIn(db, now)];
          const result = await work({ ...lookupsIn(db, now, seals), outbox: letters, audit });
          await letters.write();
          await audit.write();
          return result;
        });
      };
      const result = await timed(() => inTurn(() => withRetries(begin)), onTransacted);
      afterCommit();
      return result;
    },
    read: (look) => look(lookupsIn(prisma, clock.now(), seals)),
  };
}

async function timed<T>(work: () => Promise<T>, tell: OfficeParts['onTransacted']): Promise<T> {
  const since = performance.now();
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const result = await work();
    outcome = 'done';
    return result;
  } finally {
    tell?.(outcome, performance.now() - since);
  }
}

const lookupsIn = (
  db: Prisma.TransactionClient,
  now: Temporal.Instant,
  seals: Seals,
): Omit<Transaction, 'outbox' | 'audit'> => ({
  db,
  now,
  people: peopleIn(db),
  staff: staffIn(db),
  settings: settingsIn(db, now),
  seals,
});

/** The row is inserted first, so of two deliveries of one request the second waits for the first, and then finds it. */
async function takeUp(db: Prisma.TransactionClient, key: string, now: Temporal.Instant): Promise<void> {
  const { count } = await db.incoming.createMany({ data: { key, at: toDate(now) }, skipDuplicates: true });
  if (count === 0) throw new AlreadyHandled(key);
}
