import type { PrismaClient } from '../src/generated/prisma/client.js';

/** A company whose office has worked for years: the same people, and as many open tickets, however long the history is. */
export const HISTORY = {
  people: 500,
  technicians: 12,
  open: 200,
  now: '2026-11-27T09:00:00Z',
} as const;

const person = (expression: string): string => `'U' || lpad(((${expression}) % ${HISTORY.people})::text, 10, '0')`;
export const personNamed = (index: number): string => `U${String(index % HISTORY.people).padStart(10, '0')}`;

/** Every text has the common words; one in 5,000 has the rare one. */
const TEXT = `'The ' || (ARRAY['till','printer','scanner','laptop','network','phone','badge','mailbox'])[1 + "n" % 8] || ' number ' || "n"
  || ' on the ' || (ARRAY['first','second','third','fourth'])[1 + "n" % 4] || ' floor does not answer any more, please have a look'
  || CASE WHEN "n" % 5000 = 7 THEN ' (zeppelin)' ELSE '' END`;

const PART = 40_000;

/** Fills an empty database with so many tickets, rows of hours and entries of the record. */
export async function fillHistory(prisma: PrismaClient, size: number): Promise<void> {
  const run = (sql: string) => prisma.$executeRawUnsafe(sql);
  /** In parts, since no statement may take longer than half a minute. */
  const runInParts = async (first: number, last: number, sql: (numbers: string, among: string) => string) => {
    for (let from = first; from <= last; from += PART) {
      const until = Math.min(last, from + PART - 1);
      await run(sql(`generate_series(${from}, ${until}) AS "s" ("n")`, `BETWEEN ${from} AND ${until}`));
    }
  };
  const at = `timestamptz '${HISTORY.now}' - (${size} - "n") * interval '5 years' / ${size}`;
  await run(`INSERT INTO "Person" ("id", "name", "timeZone", "managerId", "syncedAt", "homeOpenedAt")
    SELECT ${person('"n"')}, 'Person ' || "n", 'Europe/Bucharest', ${person('"n" / 10')}, now(), now()
    FROM generate_series(0, ${HISTORY.people - 1}) AS "s" ("n")`);
  await run(`INSERT INTO "StaffMember" ("desk", "role", "personId")
    SELECT 'it.help-desk', 'technician', ${person('"n"')} FROM generate_series(0, ${HISTORY.technicians - 1}) AS "s" ("n")`);
  const isOpen = `"n" > ${size - HISTORY.open}`;
  await runInParts(
    1,
    size,
    (
      numbers,
    ) => `INSERT INTO "Ticket" ("state", "priority", "category", "text", "requesterId", "assigneeId", "resolution", "owedSince",
      "respondedAt", "resolvedAt", "createdAt", "updatedAt", "runningSince")
    SELECT (CASE WHEN ${isOpen} THEN 'in_progress' ELSE 'closed' END)::"TicketState",
      (ARRAY['low','normal','high','urgent'])[1 + "n" % 4]::"TicketPriority",
      (ARRAY['till','network','hardware','software'])[1 + "n" % 4]::"TicketCategory", ${TEXT},
      ${person('"n" * 7')}, 'U' || lpad(("n" % ${HISTORY.technicians})::text, 10, '0'),
      CASE WHEN ${isOpen} THEN NULL ELSE 'Restarted it and changed cable ' || "n" END, ${at}, ${at},
      CASE WHEN ${isOpen} THEN NULL ELSE ${at} + interval '2 hours' END, ${at}, ${at},
      CASE WHEN ${isOpen} THEN ${at} END
    FROM ${numbers}`,
  );
  await run(`INSERT INTO "TicketTarget" ("ticketNumber", "kind", "dueAt", "warnAt", "warnedAt")
    SELECT "number", 'resolve', "createdAt" + interval '3 days', "createdAt" + interval '2 days', "createdAt"
    FROM "Ticket" WHERE "state" = 'in_progress'`);
  await runInParts(
    1,
    size,
    (_, among) => `INSERT INTO "TicketEvent" ("ticketNumber", "kind", "actorId", "text", "at")
    SELECT "number", "kind"::"TicketEventKind", "requesterId", "text", "createdAt"
    FROM "Ticket", unnest(ARRAY['raised', 'resolved']) AS "k" ("kind") WHERE "number" ${among}`,
  );
  // Twenty rows of hours a sheet, a sheet a fortnight.
  const sheets = Math.ceil(size / 20);
  await runInParts(
    0,
    sheets - 1,
    (numbers) => `
    INSERT INTO "Sheet" ("id", "personId", "firstDay", "lastDay", "state", "updatedAt")
      SELECT gen_random_uuid(), ${person('"n"')}, "first", "first" + 13,
        (CASE WHEN "n" < ${HISTORY.people} THEN 'draft' ELSE 'locked' END)::"SheetState", now()
      FROM ${numbers}, LATERAL (SELECT date '2026-11-16' - 14 * ("n" / ${HISTORY.people}) AS "first") AS "f"`,
  );
  for (let row = 0; row < 20; row++) {
    await run(`INSERT INTO "SheetEntry" ("id", "sheetId", "day", "kind", "minutes", "note")
      SELECT gen_random_uuid(), "id", "firstDay" + ${row % 14}, 'work', 240, 'work on this and that' FROM "Sheet"`);
  }
  // The chain is made by a trigger, row by row; here only the number of rows counts.
  await run(`ALTER TABLE "AuditEntry" DISABLE TRIGGER "audit_chain"`);
  await runInParts(
    1,
    size,
    (numbers) => `INSERT INTO "AuditEntry" ("seq", "at", "actor", "action", "object", "detail", "prevHash", "hash")
    SELECT "n", ${at}, ${person('"n"')}, 'it.help-desk.resolve', 'it.help-desk/' || "n", '{}', md5("n"::text), md5(("n" + 1)::text)
    FROM ${numbers}`,
  );
  await run(`ALTER TABLE "AuditEntry" ENABLE TRIGGER "audit_chain"`);
  for (const table of ['Person', 'Ticket', 'TicketTarget', 'TicketEvent', 'Sheet', 'SheetEntry', 'AuditEntry']) {
    await run(`VACUUM ANALYZE "${table}"`);
  }
}
