import type { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate, toInstant } from '../time.js';
import type { Approval, ApprovalState, NewApproval } from './approvals.js';

type Db = Prisma.TransactionClient;

/** An approval with whom it was shown to. */
export type KeptApproval = Approval & { toldIds: readonly string[] };

export type Decision = Pick<Approval, 'state' | 'decidedBy' | 'actingFor' | 'reason' | 'decidedAt'>;

export const approvalsIn = (db: Db, now: Temporal.Instant) => ({
  async add({ barredIds, deciderIds, ...request }: NewApproval & { kind: string }): Promise<KeptApproval> {
    const data = { ...request, barredIds: [...barredIds], deciderIds: [...deciderIds], askedAt: toDate(now) };
    return approvalOf(await db.approval.create({ data }));
  },

  async get(id: string): Promise<KeptApproval | null> {
    const row = await db.approval.findUnique({ where: { id } });
    return row && approvalOf(row);
  },

  /** Whoever else wants to decide waits until this piece of work is done. */
  async hold(id: string): Promise<KeptApproval | null> {
    await db.$queryRaw`SELECT 1 FROM "Approval" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return this.get(id);
  },

  /** The newest about that subject; of those in that state, where one is given. */
  async latest(kind: string, subject: string, state?: ApprovalState): Promise<KeptApproval | null> {
    const where = { kind, subject, ...(state && { state }) };
    const row = await db.approval.findFirst({ where, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] });
    return row && approvalOf(row);
  },

  /** What is open about that subject, held. */
  async openOf(kind: string, subject: string): Promise<KeptApproval[]> {
    await db.$queryRaw`
      SELECT 1 FROM "Approval" WHERE "kind" = ${kind} AND "subject" = ${subject} AND "state" = 'open' FOR UPDATE`;
    return (await db.approval.findMany({ where: { kind, subject, state: 'open' } })).map(approvalOf);
  },

  async decide(id: string, { decidedAt, ...decision }: Decision): Promise<KeptApproval> {
    const data = { ...decision, decidedAt: decidedAt && toDate(decidedAt) };
    return approvalOf(await db.approval.update({ where: { id }, data }));
  },

  async told(id: string, toldIds: readonly string[]): Promise<void> {
    await db.approval.update({ where: { id }, data: { toldIds: [...toldIds] } });
  },

  async readdress(id: string, deciderIds: readonly string[]): Promise<KeptApproval> {
    return approvalOf(await db.approval.update({ where: { id }, data: { deciderIds: [...deciderIds] } }));
  },

  /** What waits for any of these people, oldest first; without what that person may not decide on. */
  async waitingFor(deciderIds: readonly string[], by: string, page: { skip: number; take: number }) {
    const where = waitingFor(deciderIds, by);
    const rows = await db.approval.findMany({ where, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], ...page });
    const isAll = page.skip === 0 && rows.length < page.take;
    return { total: isAll ? rows.length : await db.approval.count({ where }), approvals: rows.map(approvalOf) };
  },

  async allOpen(): Promise<KeptApproval[]> {
    return (await db.approval.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } })).map(approvalOf);
  },

  /** The last ones that somebody decided. */
  async decidedBy(id: string, limit: number): Promise<KeptApproval[]> {
    const where = { decidedBy: id, state: { in: ['approved' as const, 'returned' as const] } };
    return (await db.approval.findMany({ where, orderBy: { decidedAt: 'desc' }, take: limit })).map(approvalOf);
  },
});

/** As `mayDecide` has it: through a decider who may not decide nobody else may. */
const waitingFor = (deciderIds: readonly string[], by: string): Prisma.ApprovalWhereInput => ({
  state: 'open',
  ...freeOf(by),
  OR: deciderIds.map((id) => ({ deciderIds: { has: id }, ...freeOf(id) })),
});

const freeOf = (id: string): Prisma.ApprovalWhereInput => ({
  requesterId: { not: id },
  NOT: { barredIds: { has: id } },
});

const approvalOf = ({ askedAt, decidedAt, ...row }: Prisma.ApprovalGetPayload<object>): KeptApproval => ({
  ...row,
  askedAt: toInstant(askedAt),
  decidedAt: decidedAt && toInstant(decidedAt),
});
