import type { Prisma } from '../../../../generated/prisma/client.js';

/** Takes somebody off every report that is planned or was sent. Says how many they would still have got, and how many are theirs. */
export async function forgetReader(
  db: Prisma.TransactionClient,
  personId: string,
): Promise<{ read: number; plans: number }> {
  const read = await db.$executeRaw`
    UPDATE "ReportPlan" SET "people" = array_remove("people", ${personId}) WHERE ${personId} = ANY("people")`;
  await db.$executeRaw`
    UPDATE "ReportRun" SET "readers" = array_remove("readers", ${personId}), "leftOut" = array_remove("leftOut", ${personId}),
      "reports" = CASE WHEN jsonb_typeof("reports") = 'object' THEN "reports" - ${personId}::text ELSE "reports" END
    WHERE ${personId} = ANY("readers") OR ${personId} = ANY("leftOut")`;
  await db.ledgerDraft.deleteMany({ where: { ownerId: personId } });
  return { read, plans: await db.reportPlan.count({ where: { ownerId: personId } }) };
}
