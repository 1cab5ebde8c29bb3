import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';

type Db = Prisma.TransactionClient;

/** What somebody said of themselves as a taker of calls. */
export interface Taker {
  personId: string;
  /** As they wrote them, in small letters. */
  skills: string[];
  /** ISO 639-1 codes. */
  languages: string[];
  /** No calls until then. */
  offUntil: Temporal.Instant | null;
}

export const takersIn = (db: Db) => ({
  async get(personId: string): Promise<Taker> {
    const row = await db.callTaker.findUnique({ where: { personId } });
    return row ? takerOf(row) : { personId, skills: [], languages: [], offUntil: null };
  },

  async change(personId: string, changes: Partial<Omit<Taker, 'personId'>>): Promise<void> {
    const { offUntil, ...rest } = changes;
    const data = { ...rest, ...(offUntil !== undefined && { offUntil: offUntil && toDate(offUntil) }) };
    await db.callTaker.upsert({ where: { personId }, create: { personId, ...data }, update: data });
  },

  /** Of those given, who takes no calls just now by their own switch. */
  async offAmong(personIds: readonly string[], now: Temporal.Instant): Promise<Set<string>> {
    const where = { personId: { in: [...personIds] }, offUntil: { gt: toDate(now) } };
    const rows = await db.callTaker.findMany({ where, select: { personId: true } });
    return new Set(rows.map(({ personId }) => personId));
  },

  async withSkill(skill: string): Promise<string[]> {
    return ids(await db.callTaker.findMany({ where: { skills: { has: skill } }, orderBy: { personId: 'asc' } }));
  },
  async speaking(language: string): Promise<string[]> {
    return ids(await db.callTaker.findMany({ where: { languages: { has: language } }, orderBy: { personId: 'asc' } }));
  },

  /** Everything that somebody said they can, and in which languages. */
  async offered(): Promise<Pick<Taker, 'skills' | 'languages'>> {
    const rows = await db.callTaker.findMany({ select: { skills: true, languages: true } });
    return {
      skills: [...new Set(rows.flatMap(({ skills }) => skills))].sort(),
      languages: [...new Set(rows.flatMap(({ languages }) => languages))].sort(),
    };
  },
});

const ids = (rows: readonly { personId: string }[]): string[] => rows.map(({ personId }) => personId);

const takerOf = (row: Prisma.CallTakerGetPayload<object>): Taker => ({
  ...row,
  offUntil: row.offUntil && toInstant(row.offUntil),
});
