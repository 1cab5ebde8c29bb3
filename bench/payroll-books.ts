import pg from 'pg';

/** The Mondays of the weeks that November 2026 is part of. */
const MONDAYS = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];

/**
 * People with their terms, and their locked hours of the weeks around November 2026: five days each, with overtime, a night and
 * leave here and there. Every third has had a raise in the middle of the month.
 */
const fill = [
  `INSERT INTO "Person" ("id", "name", "email", "timeZone", "syncedAt")
   SELECT 'U1P' || n, 'Person ' || n, 'p' || n || '@bench.example', 'Europe/London', now() FROM generate_series(1, $1::int) n`,
  `INSERT INTO "Employee" ("number", "personId", "name", "startsOn")
   SELECT n::text, 'U1P' || n, 'Person ' || n, '2025-01-01' FROM generate_series(1, $1::int) n`,
  `INSERT INTO "EmployeeTerms" ("employeeNumber", "from", "jobTitle", "rateMinor", "currency", "weeklyMinutes")
   SELECT n::text, since::date, 'Clerk', 2400 + (n * 37) % 4000 + raise, CASE WHEN n % 7 = 0 THEN 'EUR' ELSE 'RON' END, 2400
   FROM generate_series(1, $1::int) n,
     (VALUES ('2025-01-01', 0), ('2026-11-16', 250)) AS terms (since, raise)
   WHERE raise = 0 OR n % 3 = 0`,
  `INSERT INTO "Sheet" ("id", "personId", "firstDay", "lastDay", "state", "lockedVersion", "updatedAt")
   SELECT gen_random_uuid(), 'U1P' || n, monday::date, monday::date + 6, 'locked', 1, now()
   FROM generate_series(1, $1::int) n, unnest(ARRAY[${MONDAYS.map((monday) => `'${monday}'`).join()}]) monday`,
  `INSERT INTO "SheetVersion" ("sheetId", "version", "entries", "slices", "lockedAt")
   SELECT s."id", 1, '[]', (
     SELECT jsonb_agg(jsonb_build_object('day', (s."firstDay" + d.day)::date::text, 'kind', d.kind, 'minutes', d.minutes,
       'percent', d.percent, 'premiums', d.premiums))
     FROM (VALUES
       (0, 'work', 480, 100, '[]'::jsonb), (1, 'work', 480, 100, '[]'), (1, 'work', 60, 150, '["dailyOvertime"]'),
       (2, 'work', 360, 100, '[]'), (2, 'work', 120, 125, '["night"]'), (3, 'leave', 480, 100, '[]'),
       (4, 'work', 480, 100, '[]'), (5, 'work', 180, 200, '["weekend"]')) AS d (day, kind, minutes, percent, premiums)),
     s."lastDay" + interval '36 hours'
   FROM "Sheet" s`,
  `INSERT INTO "PayAdjustment" ("id", "kind", "name", "basisPoints", "amountMinor", "currency", "from")
   VALUES (gen_random_uuid(), 'allowance', 'Meals', NULL, 30000, 'RON', '2020-01-01'),
     (gen_random_uuid(), 'deduction', 'Tenth', 1000, NULL, NULL, '2020-01-01')`,
  `INSERT INTO "Person" ("id", "name", "syncedAt") VALUES ('U0OFFICER', 'Officer', now())`,
  `INSERT INTO "StaffMember" ("desk", "role", "personId") VALUES ('accounting.payroll', 'officer', 'U0OFFICER')`,
  'ANALYZE',
];

/** On a database that is migrated already. */
export async function writeBooks(url: string, people: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of fill) await client.query(statement, statement.includes('$1') ? [people] : []);
  await client.end();
}

/** The peer: what November's hours come to, as one statement, without lines, reasons, checks or corrections. */
export async function sumInSql(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  await client.query(`
    SELECT sheet."personId", terms."currency",
      sum((slice->>'minutes')::int * (slice->>'percent')::int * terms."rateMinor" / 6000.0)
    FROM "Sheet" sheet JOIN "SheetVersion" version ON version."sheetId" = sheet."id",
      jsonb_array_elements(version."slices") slice, "Employee" employee,
      LATERAL (SELECT "rateMinor", "currency" FROM "EmployeeTerms" t
        WHERE t."employeeNumber" = employee."number" AND t."from" <= (slice->>'day')::date ORDER BY t."from" DESC LIMIT 1) terms
    WHERE employee."personId" = sheet."personId" AND (slice->>'day')::date BETWEEN '2026-11-01' AND '2026-11-30'
    GROUP BY 1, 2`);
  const took = performance.now() - began;
  await client.end();
  return took;
}
