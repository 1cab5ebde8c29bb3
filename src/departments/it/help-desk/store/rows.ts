import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toInstant } from '../../../../platform/time.js';
import type { Target, Ticket } from '../ticket.js';

const moment = (date: Date | null): Temporal.Instant | null => date && toInstant(date);

export type TicketRow = Prisma.TicketGetPayload<{ include: { targets: true } }>;
type TargetRow = TicketRow['targets'][number];

export function ticketOf({ sourceChannel: _channel, sourceTs: _ts, updatedAt: _at, ...row }: TicketRow): Ticket {
  return {
    ...row,
    owedSince: toInstant(row.owedSince),
    respondedAt: moment(row.respondedAt),
    runningSince: moment(row.runningSince),
    remindAt: moment(row.remindAt),
    closeAt: moment(row.closeAt),
    resolvedAt: moment(row.resolvedAt),
    ratedAt: moment(row.ratedAt),
    createdAt: toInstant(row.createdAt),
    targets: row.targets.map(targetOf),
  };
}

const targetOf = ({ kind, dueAt, warnAt, warnedAt, escalatedAt }: TargetRow): Target => ({
  kind,
  dueAt: moment(dueAt),
  warnAt: moment(warnAt),
  warnedAt: moment(warnedAt),
  escalatedAt: moment(escalatedAt),
});

export async function inOrder(db: Prisma.TransactionClient, numbers: number[]): Promise<Ticket[]> {
  const rows = await db.ticket.findMany({ where: { number: { in: numbers } }, include: { targets: true } });
  const byNumber = new Map(rows.map((row) => [row.number, ticketOf(row)]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
