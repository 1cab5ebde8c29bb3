import { z } from 'zod';
import type { Prisma } from '../../../../generated/prisma/client.js';
import { toDay } from '../../../../platform/people/days.js';
import type { Period } from '../payslip.js';
import { type PaidSheet, piece } from '../run/pieces.js';
import { inParts } from './parts.js';

type Db = Prisma.TransactionClient;

const pieces = z.array(piece);

interface Row extends Omit<PaidSheet, 'pieces'> {
  pieces: unknown;
}

/** How sheets of hours stand paid, by what settled runs said last. */
export const paidSheetsIn = (db: Db) => ({
  async of(sheetIds: readonly string[]): Promise<PaidSheet[]> {
    const found: PaidSheet[] = [];
    for (const some of inParts(sheetIds)) {
      const rows = await db.$queryRaw<Row[]>`
        SELECT DISTINCT ON (sheet."sheetId", sheet."employeeNumber")
          sheet."sheetId", sheet."employeeNumber", sheet."version", sheet."personId", sheet."isOpen", sheet."pieces",
          sheet."first"::text AS "first", sheet."last"::text AS "last"
        FROM "PaidSheetRow" AS sheet JOIN "PayRun" AS run ON run."id" = sheet."runId"
        WHERE sheet."sheetId" = ANY(${some}) AND run."state" IN ('approved', 'paid')
        ORDER BY sheet."sheetId", sheet."employeeNumber", run."approvedAt" DESC, run."until" DESC`;
      for (const row of rows) found.push({ ...row, pieces: pieces.parse(row.pieces) });
    }
    return found;
  },

  /** Between which days lie sheets that still have unpaid hours, for want of terms; null: there are none. */
  async openDays(): Promise<Period | null> {
    const [row] = await db.$queryRaw<{ first: Date | null; last: Date | null }[]>`
      SELECT min(sheet."first") AS "first", max(sheet."last") AS "last"
      FROM "PaidSheetRow" AS sheet JOIN "PayRun" AS run ON run."id" = sheet."runId"
      WHERE sheet."isOpen" AND run."state" IN ('approved', 'paid') AND NOT EXISTS (
        SELECT FROM "PaidSheetRow" AS later JOIN "PayRun" AS "laterRun" ON "laterRun"."id" = later."runId"
        WHERE later."sheetId" = sheet."sheetId" AND later."employeeNumber" = sheet."employeeNumber"
          AND "laterRun"."state" IN ('approved', 'paid') AND "laterRun"."approvedAt" > run."approvedAt")`;
    return row?.first && row.last ? { from: toDay(row.first), until: toDay(row.last) } : null;
  },

  /** Instead of all that the run had. */
  async write(runId: string, sheets: readonly PaidSheet[]): Promise<void> {
    await db.paidSheetRow.deleteMany({ where: { runId } });
    for (const some of inParts(sheets)) {
      const rows = JSON.stringify(some);
      await db.$executeRaw`
        INSERT INTO "PaidSheetRow"
          ("runId", "sheetId", "employeeNumber", "version", "personId", "first", "last", "isOpen", "pieces")
        SELECT ${runId}::uuid, "sheetId", "employeeNumber", "version", "personId", "first", "last", "isOpen", "pieces"
        FROM jsonb_to_recordset(${rows}::jsonb) AS sheet("sheetId" text, "employeeNumber" text, "version" integer,
          "personId" text, "first" date, "last" date, "isOpen" boolean, "pieces" jsonb)`;
    }
  },
});
