import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { TargetKind } from '../ticket.js';

type Db = Prisma.TransactionClient;

/** A target that is near or past, about which nobody was told yet. */
export interface Alarm {
  number: number;
  kind: TargetKind;
  isLate: boolean;
}

/** At most so many in one go; the next run takes the rest. */
const BATCH = 200;

/** What the clock looks for, found by index. */
export const clockIn = (db: Db, now: Temporal.Instant) => ({
  /** Late ones first; one that is late needs no warning any more. */
  async alarms(): Promise<Alarm[]> {
    const at = toDate(now);
    const late = { dueAt: { lte: at }, escalatedAt: null };
    const near = { warnAt: { lte: at }, dueAt: { gt: at }, warnedAt: null };
    const rows = await db.ticketTarget.findMany({
      where: { OR: [late, near] },
      orderBy: { dueAt: 'asc' },
      take: BATCH,
    });
    return rows.map(({ ticketNumber, kind, dueAt }) => ({
      number: ticketNumber,
      kind,
      isLate: dueAt !== null && dueAt <= at,
    }));
  },

  async markTold({ number, kind, isLate }: Alarm): Promise<void> {
    const data = isLate ? { escalatedAt: toDate(now) } : { warnedAt: toDate(now) };
    await db.ticketTarget.update({ where: { ticketNumber_kind: { ticketNumber: number, kind } }, data });
  },

  toRemind: () => numbersWhere(db, { state: 'waiting', remindAt: { lte: toDate(now) } }),
  toClose: () => numbersWhere(db, { state: 'resolved', closeAt: { lte: toDate(now) } }),
});

async function numbersWhere(db: Db, where: Prisma.TicketWhereInput): Promise<number[]> {
  const rows = await db.ticket.findMany({ where, select: { number: true }, orderBy: { number: 'asc' }, take: BATCH });
  return rows.map(({ number }) => number);
}
