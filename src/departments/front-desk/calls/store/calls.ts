import { Prisma } from '../../../../generated/prisma/client.js';
import { toRow } from '../../../../platform/database/rows.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Call, Ring, RingState } from '../call.js';
import { openStates } from '../states.js';
import { callOf, withRings } from './rows.js';

type Db = Prisma.TransactionClient;

export type NewCall = Pick<
  Call,
  | 'state'
  | 'urgency'
  | 'callerName'
  | 'callerNumber'
  | 'company'
  | 'reason'
  | 'notes'
  | 'language'
  | 'ownerId'
  | 'takenById'
  | 'target'
  | 'rotationId'
  | 'queue'
  | 'managers'
  | 'ringSeconds'
  | 'outsideId'
  | 'promisedAt'
  | 'remindAt'
>;
export type CallChanges = Partial<Omit<Call, 'number' | 'rings' | 'openedAt'>>;

/** PostgreSQL's largest integer: what is larger is no call's number. */
export const MAX_NUMBER = 2_147_483_647;

/** Calls one at a time; lists are in `log.ts`, what the clock looks for in `due.ts`. */
export const callsIn = (db: Db, now: Temporal.Instant) => ({
  /** Null where the telephone system handed that very call over before. */
  async add(call: NewCall): Promise<Call | null> {
    const [row] = await db.call.createManyAndReturn({
      data: [{ ...toRow(call), openedAt: toDate(now) }],
      skipDuplicates: true,
    });
    return row ? callOf({ ...row, rings: [] }) : null;
  },

  async get(number: number): Promise<Call | null> {
    if (number > MAX_NUMBER) return null;
    const row = await db.call.findUnique({ where: { number }, include: withRings });
    return row && callOf(row);
  },

  /** Like `get`, and whoever else wants to change it waits until this piece of work is done. */
  async hold(number: number): Promise<Call | null> {
    if (number > MAX_NUMBER) return null;
    await db.$queryRaw`SELECT 1 FROM "Call" WHERE "number" = ${number} FOR UPDATE`;
    return this.get(number);
  },

  /** Of those, the ones that nobody else holds just now; they are held from then on. */
  async holdFree(numbers: readonly number[]): Promise<Call[]> {
    if (numbers.length === 0) return [];
    const held = await db.$queryRaw<{ number: number }[]>`
      SELECT "number" FROM "Call" WHERE "number" IN (${Prisma.join([...numbers])})
      ORDER BY "number" FOR UPDATE SKIP LOCKED`;
    return this.many(held.map(({ number }) => number));
  },

  async many(numbers: readonly number[]): Promise<Call[]> {
    if (numbers.length === 0) return [];
    const where = { number: { in: [...numbers] } };
    return (await db.call.findMany({ where, include: withRings, orderBy: { number: 'asc' } })).map(callOf);
  },

  async madeFrom(outsideId: string): Promise<Call | null> {
    const row = await db.call.findUnique({ where: { outsideId }, include: withRings });
    return row && callOf(row);
  },

  async change(number: number, changes: CallChanges): Promise<Call> {
    return callOf(await db.call.update({ where: { number }, data: toRow(changes), include: withRings }));
  },

  async ring(callNumber: number, personId: string, seconds: number): Promise<Ring['id']> {
    const data = { callNumber, personId, startedAt: toDate(now), expiresAt: toDate(now.add({ seconds })) };
    return (await db.callRing.create({ data, select: { id: true } })).id;
  },

  /** Somebody has it without having been asked. */
  async noteTaken(callNumber: number, personId: string, state: RingState): Promise<void> {
    const at = toDate(now);
    await db.callRing.create({
      data: { callNumber, personId, state, startedAt: at, expiresAt: at, settledAt: at },
    });
  },

  async settleRing(id: string, state: RingState): Promise<void> {
    await db.callRing.update({ where: { id }, data: { state, settledAt: toDate(now) } });
  },

  async extendRing(id: string, until: Temporal.Instant): Promise<void> {
    await db.callRing.update({ where: { id }, data: { expiresAt: toDate(until) } });
  },

  /** What somebody owns, or is asked to take. */
  async openOf(personId: string): Promise<Call[]> {
    const mine = [{ ownerId: personId }, { rings: { some: { personId, state: 'ringing' as const } } }];
    const where = { state: { in: [...openStates] }, OR: mine };
    const orderBy = [{ urgency: 'desc' as const }, { number: 'asc' as const }];
    return (await db.call.findMany({ where, include: withRings, orderBy })).map(callOf);
  },

  /** Earlier calls from that number, the newest first. */
  async from(callerNumber: string, limit: number): Promise<Call[]> {
    const rows = await db.call.findMany({
      where: { callerNumber },
      include: withRings,
      orderBy: { number: 'desc' },
      take: limit,
    });
    return rows.map(callOf);
  },

  countFrom: (callerNumber: string): Promise<number> => db.call.count({ where: { callerNumber } }),

  /** When these people last took a call; who never did isn't in it. */
  async lastTaken(personIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await db.callRing.groupBy({
      by: ['personId'],
      where: { personId: { in: [...personIds] }, state: { in: ['accepted', 'promised'] } },
      _max: { settledAt: true },
    });
    return new Map(rows.map(({ personId, _max }) => [personId, _max.settledAt?.getTime() ?? 0]));
  },
});
