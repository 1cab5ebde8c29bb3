import pLimit from 'p-limit';
import type { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { auditAt } from './audit/record.js';
import type { TelephoneSettings } from './config/telephone-settings.js';
import { inTurn, sideBySide } from './database/ask.js';
import { withRetries } from './database/retries.js';
import type { KeyRing } from './encryption/keys.js';
import { sealsWith } from './encryption/seals.js';
import { askedNow, inCompany, takeUpAlone } from './incoming/take-up.js';
import { lookupsIn, sharedAtOnce } from './lookups.js';
import type { Office, Transaction } from './office.js';
import type { OutboxOfTransaction } from './outbox/write.js';
import type { Clock, Temporal } from './time.js';
import { traced } from './trace/trace.js';
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
  const limited = pLimit(AT_ONCE);
  const lookups = sharedAtOnce(() => lookupsIn(prisma, clock.now(), seals, sideBySide));
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const now = clock.now();
    return prisma.$transaction(async (db) => {
      const [letters, audit] = [outbox(db, now), auditAt(now)];
      const result = await work({ ...lookupsIn(db, now, seals, inTurn), outbox: letters, audit });
      await letters.write(audit.takeNotes());
      return result;
    });
  };
  const inOneOfMany = <T>(work: (tx: Transaction) => Promise<T>) =>
    limited(() => withRetries(() => inTransaction(work)));
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = await traced('transaction', {}, () => timed(work, onTransacted));
    afterCommit();
    return result;
  };
  return {
    clock,
    workspace,
    ...(telephone && { telephone }),
    ...(web && { web }),
    ...(ratesUrl && { ratesUrl }),
    ...(ledgerFolder && { ledgerFolder }),
    transact: (work, { incoming } = {}) =>
      told(() =>
        inOneOfMany(async (tx) => {
          if (incoming !== undefined) await takeUpAlone(tx, incoming);
          return work(tx);
        }),
      ),
    together(work) {
      const ask = inCompany(inOneOfMany, work);
      return (item, { incoming }) => told(() => ask(askedNow(item, incoming)));
    },
    rehearse: (work) =>
      traced('rehearsal', {}, async () => {
        const undone = new Undone();
        let seen: { result: Awaited<ReturnType<typeof work>> } | undefined;
        const rehearsal = () =>
          inTransaction(async (tx) => {
            seen = { result: await work(tx) };
            throw undone;
          });
        await limited(() => withRetries(rehearsal)).catch((error: unknown) => {
          if (error !== undone) throw error;
        });
        if (!seen) throw new Error('a rehearsal ended without a result');
        return seen.result;
      }),
    read: (look) => look(lookups()),
  };
}

/** Ends a rehearsal: what is thrown within a transaction undoes it. */
class Undone extends Error {
  override name = 'Undone';
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
