import type { Prisma, PayrollMessage as Row } from '../../../../generated/prisma/client.js';
import { timedRule } from '../../../../platform/calendar/month-rules.js';
import { isRowId } from '../../../../platform/claims.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { type MessageWish, type PayrollMessage, type Saying, sayings } from '../messages/message.js';

type Db = Prisma.TransactionClient;

export interface MessageChange extends Partial<MessageWish> {
  isPaused?: boolean;
  nextAt?: Temporal.Instant | null;
  lastDueAt?: Temporal.Instant;
  lastSaid?: Saying;
}

/** What the payroll says by the calendar, in the order in which it comes. */
export const messagesIn = (db: Db) => ({
  async all(): Promise<PayrollMessage[]> {
    const rows = await db.payrollMessage.findMany({
      orderBy: [{ nextAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    });
    return rows.map(messageOf);
  },

  async get(id: string): Promise<PayrollMessage | null> {
    const row = isRowId(id) ? await db.payrollMessage.findUnique({ where: { id } }) : null;
    return row && messageOf(row);
  },

  /** Nobody else changes or sends it until this piece of work is done. */
  async hold(id: string): Promise<PayrollMessage | null> {
    if (!isRowId(id)) return null;
    await db.$queryRaw`SELECT 1 FROM "PayrollMessage" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return messagesIn(db).get(id);
  },

  async dueBy(moment: Temporal.Instant): Promise<string[]> {
    const where = { isPaused: false, nextAt: { lte: toDate(moment) } };
    return (await db.payrollMessage.findMany({ where, select: { id: true }, orderBy: { nextAt: 'asc' } })).map(
      ({ id }) => id,
    );
  },

  async add(
    wish: MessageWish & Pick<PayrollMessage, 'nextAt'>,
    by: string,
    now: Temporal.Instant,
  ): Promise<PayrollMessage> {
    const { nextAt, ...rest } = wish;
    const data = { ...rest, nextAt: nextAt && toDate(nextAt), changedBy: by, changedAt: toDate(now) };
    return messageOf(await db.payrollMessage.create({ data }));
  },

  async change(id: string, { nextAt, lastDueAt, ...rest }: MessageChange, by?: { id: string; at: Temporal.Instant }) {
    const data = {
      ...rest,
      ...(nextAt !== undefined && { nextAt: nextAt && toDate(nextAt) }),
      ...(lastDueAt && { lastDueAt: toDate(lastDueAt) }),
      ...(by && { changedBy: by.id, changedAt: toDate(by.at) }),
    };
    return messageOf(await db.payrollMessage.update({ where: { id }, data }));
  },

  async remove(id: string): Promise<void> {
    await db.payrollMessage.deleteMany({ where: { id } });
  },

  /** What became of the letters of the last time: how many of each state, by what they are about. */
  async lettersAbout(cases: readonly string[]): Promise<Map<string, Map<string, number>>> {
    const where = { about: { in: [...cases] } };
    const rows = await db.letter.groupBy({ by: ['about', 'state'], where, _count: { _all: true } });
    const byCase = new Map<string, Map<string, number>>();
    for (const { about, state, _count } of rows) {
      if (about === null) continue;
      byCase.set(about, (byCase.get(about) ?? new Map<string, number>()).set(state, _count._all));
    }
    return byCase;
  },
});

const messageOf = (row: Row): PayrollMessage => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  text: row.text,
  rule: timedRule.parse(row.rule),
  isPaused: row.isPaused,
  nextAt: row.nextAt && toInstant(row.nextAt),
  lastDueAt: row.lastDueAt && toInstant(row.lastDueAt),
  lastSaid: sayings.find((one) => one === row.lastSaid) ?? null,
});
