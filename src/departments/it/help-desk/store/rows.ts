import type { Prisma } from '../../../../generated/prisma/client.js';
import { Temporal, toDate, toInstant } from '../../../../platform/time.js';
import type { Target, Ticket } from '../ticket.js';

/** The same fields with moments as the database keeps them. */
export type Stored<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends Temporal.Instant | undefined
    ? Date
    : Fields[Name] extends Temporal.Instant | null | undefined
      ? Date | null
      : Fields[Name];
};

export function toRow<Fields extends object>(fields: Fields): Stored<Fields> {
  const stored = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Temporal.Instant ? toDate(value) : value,
  ]);
  return Object.fromEntries(stored) as Stored<Fields>;
}

const moment = (date: Date | null): Temporal.Instant | null => date && toInstant(date);

type TicketRow = Prisma.TicketGetPayload<{ include: { targets: true } }>;
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
