import { BrokenSeal, type Place } from '../../../../platform/encryption/seal.js';
import type { Transaction } from '../../../../platform/office.js';
import { toDate } from '../../../../platform/time.js';
import { DESK } from '../settings.js';

/** Where somebody's pay goes, in full. */
export interface Account {
  employeeNumber: string;
  iban: string;
}

type Books = Pick<Transaction, 'db' | 'seals' | 'audit' | 'now'>;

const placeOf = (employeeNumber: string): Place => ({ table: 'BankAccount', row: employeeNumber, field: 'iban' });

/** What only tells accounts apart: the last four characters; null where there is none. */
export async function accountEnding({ db }: Pick<Transaction, 'db'>, employeeNumber: string): Promise<string | null> {
  const row = await db.bankAccount.findUnique({ where: { employeeNumber }, select: { lastFour: true } });
  return row?.lastFour ?? null;
}

/** Accounts, sealed in the database. Whoever opens some is recorded, with what for; nobody reads them along with others. */
export const accountsIn = ({ db, seals, audit, now }: Books) => ({
  /** An account that can't be opened any more isn't there: it has to be given anew. */
  async open(numbers: readonly string[], by: string, purpose: 'pay' | 'compare'): Promise<Map<string, string>> {
    const wanted = new Set(numbers);
    const rows = (await db.bankAccount.findMany()).filter(({ employeeNumber }) => wanted.has(employeeNumber));
    const opened = new Map<string, string>();
    for (const { employeeNumber, iban } of rows) {
      const text = orNothing(() => seals.open(iban, placeOf(employeeNumber)));
      if (text !== null) opened.set(employeeNumber, text);
    }
    const detail = { purpose, count: rows.length, broken: rows.length - opened.size };
    if (rows.length > 0) await audit.record({ actor: by, action: `${DESK}.read-accounts`, object: DESK, detail });
    return opened;
  },

  async put(accounts: readonly Account[], by: string): Promise<void> {
    const rows = accounts.map(({ employeeNumber, iban }) => ({
      employeeNumber,
      iban: seals.seal(iban, placeOf(employeeNumber)),
      lastFour: iban.slice(-4),
      changedAt: toDate(now),
      changedBy: by,
    }));
    await db.bankAccount.deleteMany({ where: { employeeNumber: { in: rows.map((row) => row.employeeNumber) } } });
    await db.bankAccount.createMany({ data: rows });
  },
});

function orNothing(open: () => string): string | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof BrokenSeal) return null;
    throw error;
  }
}
