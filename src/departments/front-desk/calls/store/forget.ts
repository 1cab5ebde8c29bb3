import type { Prisma } from '../../../../generated/prisma/client.js';

/** What somebody said of themselves as a taker of calls, and their places in rotations: all of it goes. Says how much. */
export async function forgetTaker(db: Prisma.TransactionClient, personId: string): Promise<number> {
  const { count: takers } = await db.callTaker.deleteMany({ where: { personId } });
  await db.callShift.deleteMany({ where: { personId } });
  await db.callSwap.deleteMany({ where: { OR: [{ fromId: personId }, { toId: personId }] } });
  const places = await db.$executeRaw`
    UPDATE "CallRotation" SET "members" = array_remove("members", ${personId}) WHERE ${personId} = ANY("members")`;
  return takers + places;
}
