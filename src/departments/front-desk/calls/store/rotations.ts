import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Rota, Shift } from '../rules/shifts.js';

type Db = Prisma.TransactionClient;

/** People who take calls of one kind, in turn. */
export interface Rotation extends Rota {
  id: string;
  name: string;
  /** Asked last; null: each member's own manager. */
  managerId: string | null;
  /** Where its hand-over summaries stand. */
  channel: string | null;
  ringSeconds: number;
}
export type NewRotation = Pick<Rotation, 'name' | 'members' | 'managerId' | 'channel' | 'ringSeconds'>;

/** Somebody asks a colleague to take one of their shifts, perhaps for one of the other's. */
export interface SwapRequest {
  id: string;
  rotationId: string;
  fromId: string;
  toId: string;
  day: Temporal.PlainDate;
  from: string;
  backDay: Temporal.PlainDate | null;
  backFrom: string | null;
  state: 'asked' | 'accepted' | 'declined' | 'withdrawn';
}

const whole = { shifts: true, swaps: { where: { state: 'accepted' as const } } } satisfies Prisma.CallRotationInclude;

export const rotationsIn = (db: Db, now: Temporal.Instant, known = new Map<string, Promise<Rotation | null>>()) => ({
  async all(): Promise<Rotation[]> {
    return (await db.callRotation.findMany({ include: whole, orderBy: { name: 'asc' } })).map(rotationOf);
  },

  /** Read once for one piece of work, which often asks for the same one again. */
  get(id: string): Promise<Rotation | null> {
    const rotation = known.get(id) ?? findRotation(db, id);
    known.set(id, rotation);
    return rotation;
  },

  async named(name: string): Promise<Rotation | null> {
    const where = { name: { equals: name, mode: 'insensitive' as const } };
    const row = await db.callRotation.findFirst({ where, include: whole });
    return row && rotationOf(row);
  },

  async add(rotation: NewRotation): Promise<string> {
    const data = { ...rotation, members: [...rotation.members], createdAt: toDate(now) };
    return (await db.callRotation.create({ data, select: { id: true } })).id;
  },

  async change(id: string, rotation: NewRotation): Promise<void> {
    known.delete(id);
    await db.callRotation.update({ where: { id }, data: { ...rotation, members: [...rotation.members] } });
    await db.callShift.deleteMany({ where: { rotationId: id, personId: { notIn: [...rotation.members] } } });
  },

  async remove(id: string): Promise<void> {
    known.delete(id);
    await db.callRotation.delete({ where: { id } });
  },

  /** Replaces all of somebody's shifts in a rotation. */
  async setShifts(rotationId: string, personId: string, shifts: readonly Omit<Shift, 'personId'>[]): Promise<void> {
    known.delete(rotationId);
    await db.callShift.deleteMany({ where: { rotationId, personId } });
    await db.callShift.createMany({ data: shifts.map((shift) => ({ ...shift, rotationId, personId })) });
  },

  async askSwap(swap: Omit<SwapRequest, 'id' | 'state'>): Promise<SwapRequest> {
    const { day, backDay, ...rest } = swap;
    const data = { ...rest, day: fromDay(day), backDay: backDay && fromDay(backDay), askedAt: toDate(now) };
    return swapOf(await db.callSwap.create({ data }));
  },

  /** Held, so that it is answered once. */
  async holdSwap(id: string): Promise<SwapRequest | null> {
    await db.$queryRaw`SELECT 1 FROM "CallSwap" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const row = await db.callSwap.findUnique({ where: { id } });
    return row && swapOf(row);
  },

  async settleSwap(id: string, state: 'accepted' | 'declined' | 'withdrawn'): Promise<void> {
    await db.callSwap.update({ where: { id }, data: { state, settledAt: toDate(now) } });
  },

  /** Agreed swaps of one pair in both directions; asked ones too, from that day on. */
  async swapsOf(personId: string, since: Temporal.PlainDate): Promise<SwapRequest[]> {
    const where = {
      OR: [{ fromId: personId }, { toId: personId }],
      state: { in: ['asked' as const, 'accepted' as const] },
      day: { gte: fromDay(since) },
    };
    return (await db.callSwap.findMany({ where, orderBy: { day: 'asc' } })).map(swapOf);
  },
});

async function findRotation(db: Db, id: string): Promise<Rotation | null> {
  const row = await db.callRotation.findUnique({ where: { id }, include: whole });
  return row && rotationOf(row);
}

type Row = Prisma.CallRotationGetPayload<{ include: typeof whole }>;

const rotationOf = ({ shifts, swaps, createdAt: _at, ...row }: Row): Rotation => ({
  ...row,
  shifts: shifts.map(({ personId, weekday, from, to }) => ({ personId, weekday, from, to })),
  /** A swap in exchange is two: each takes the other's. */
  swaps: swaps
    .map(swapOf)
    .flatMap(({ fromId, toId, day, from, backDay, backFrom }) => [
      { fromId, toId, day, from },
      ...(backDay && backFrom ? [{ fromId: toId, toId: fromId, day: backDay, from: backFrom }] : []),
    ]),
});

const swapOf = (row: Prisma.CallSwapGetPayload<object>): SwapRequest => ({
  id: row.id,
  rotationId: row.rotationId,
  fromId: row.fromId,
  toId: row.toId,
  day: toDay(row.day),
  from: row.from,
  backDay: row.backDay && toDay(row.backDay),
  backFrom: row.backFrom,
  state: row.state,
});
