import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Employee, Terms } from '../employee.js';

type Db = Prisma.TransactionClient;

/**
 * A list of thousands in one statement. Links to Slack are let go first, so that two people can exchange theirs: the
 * database holds after each row that no two have the same.
 */
export async function writeEmployees(db: Db, employees: readonly Omit<Employee, 'hasAccount'>[]): Promise<void> {
  if (employees.length === 0) return;
  const rows = JSON.stringify(employees);
  await db.$executeRaw`
    UPDATE "Employee" SET "personId" = NULL
    FROM jsonb_to_recordset(${rows}::jsonb) AS given("number" text, "personId" text)
    WHERE "Employee"."number" = given."number" AND "Employee"."personId" IS DISTINCT FROM given."personId"`;
  await db.$executeRaw`
    INSERT INTO "Employee" ("number", "personId", "name", "email", "managerNumber", "group", "startsOn", "endsOn")
    SELECT "number", "personId", "name", "email", "managerNumber", "group", "startsOn", "endsOn"
    FROM jsonb_to_recordset(${rows}::jsonb) AS given("number" text, "personId" text, "name" text, "email" text,
      "managerNumber" text, "group" text, "startsOn" date, "endsOn" date)
    ON CONFLICT ("number") DO UPDATE SET "personId" = EXCLUDED."personId", "name" = EXCLUDED."name",
      "email" = EXCLUDED."email", "managerNumber" = EXCLUDED."managerNumber", "group" = EXCLUDED."group",
      "startsOn" = EXCLUDED."startsOn", "endsOn" = EXCLUDED."endsOn"`;
}

export async function writeTerms(db: Db, terms: readonly Terms[]): Promise<void> {
  if (terms.length === 0) return;
  const rows = JSON.stringify(
    terms.map(({ rate, ...rest }) => ({ ...rest, rateMinor: rate.minor, currency: rate.currency })),
  );
  await db.$executeRaw`
    INSERT INTO "EmployeeTerms" ("employeeNumber", "from", "jobTitle", "rateMinor", "currency", "weeklyMinutes")
    SELECT "employeeNumber", "from", "jobTitle", "rateMinor", "currency", "weeklyMinutes"
    FROM jsonb_to_recordset(${rows}::jsonb) AS given("employeeNumber" text, "from" date, "jobTitle" text,
      "rateMinor" integer, "currency" text, "weeklyMinutes" integer)
    ON CONFLICT ("employeeNumber", "from") DO UPDATE SET "jobTitle" = EXCLUDED."jobTitle",
      "rateMinor" = EXCLUDED."rateMinor", "currency" = EXCLUDED."currency", "weeklyMinutes" = EXCLUDED."weeklyMinutes"`;
}
