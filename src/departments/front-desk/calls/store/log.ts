import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Call } from '../call.js';
import { openStates, type State } from '../states.js';
import { callOf, withRings } from './rows.js';

type Db = Prisma.TransactionClient;

/** What a list of calls is of: every field narrows it. */
export interface LogQuery {
  /** Only calls that this person took, owned, was asked to take or helped with. */
  about?: string;
  isOpen?: boolean;
  state?: State;
  isUnhappy?: boolean;
  /** Words, each of which stands in the name, company, reason, notes, or begins the number. */
  words?: readonly string[];
  number?: string;
  since?: Temporal.Instant;
  until?: Temporal.Instant;
}

const MOST = 200;

/** The log, newest first. */
export const logIn = (db: Db) => ({
  async list(query: LogQuery, { skip, take }: { skip: number; take: number }): Promise<Call[]> {
    const orderBy = { number: 'desc' as const };
    return (await db.call.findMany({ where: whereOf(query), include: withRings, orderBy, skip, take })).map(callOf);
  },

  count: (query: LogQuery): Promise<number> => db.call.count({ where: whereOf(query) }),

  /** What is open of a rotation, or with these people; the most pressing first. */
  async openWith(rotationId: string, personIds: readonly string[]): Promise<Call[]> {
    const where = {
      state: { in: [...openStates] },
      OR: [{ rotationId }, { ownerId: { in: [...personIds] } }],
    };
    const orderBy = [{ urgency: 'desc' as const }, { number: 'asc' as const }];
    return (await db.call.findMany({ where, include: withRings, orderBy, take: MOST })).map(callOf);
  },

  async numbersFrom(callerNumber: string): Promise<number[]> {
    const rows = await db.call.findMany({ where: { callerNumber, erasedAt: null }, select: { number: true } });
    return rows.map(({ number }) => number);
  },
});

function whereOf(query: LogQuery): Prisma.CallWhereInput {
  const { about, isOpen, state, isUnhappy, words = [], number, since, until } = query;
  const all: Prisma.CallWhereInput[] = [
    ...(about ? [concerning(about)] : []),
    ...(isOpen ? [{ state: { in: [...openStates] } }] : []),
    ...(state ? [{ state }] : []),
    ...(isUnhappy ? [{ unhappyAt: { not: null } }] : []),
    ...(number ? [{ callerNumber: number }] : []),
    ...(since ? [{ openedAt: { gte: toDate(since) } }] : []),
    ...(until ? [{ openedAt: { lt: toDate(until) } }] : []),
    ...words.map(saying),
  ];
  return { AND: all };
}

const concerning = (personId: string): Prisma.CallWhereInput => ({
  OR: [
    { takenById: personId },
    { ownerId: personId },
    { unhappyManagerId: personId },
    { helpers: { has: personId } },
    { rings: { some: { personId } } },
  ],
});

function saying(word: string): Prisma.CallWhereInput {
  const contains = { contains: escaped(word), mode: 'insensitive' as const };
  const texts = [{ callerName: contains }, { company: contains }, { reason: contains }, { notes: contains }];
  const digits = word.replace(/\D/g, '');
  return { OR: [...texts, ...(digits.length >= 3 ? [{ callerNumber: { contains: digits } }] : [])] };
}

/** What people type is looked for as it is: `%` and `_` stand for themselves. */
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
