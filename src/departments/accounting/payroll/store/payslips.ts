import type { PayslipRow, Prisma } from '../../../../generated/prisma/client.js';
import type { Days } from '../../../../platform/hours.js';
import { type Currency, type Money, money } from '../../../../platform/money.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import type { PayLine, Payslip } from '../payslip.js';
import { settledStates } from '../run/states.js';
import { inParts } from './parts.js';
import { readLines } from './stored-lines.js';

type Db = Prisma.TransactionClient;

export interface CurrencyTotal {
  currency: Currency;
  payslips: number;
  gross: Money;
  deducted: Money;
  net: Money;
}

export interface CostRow {
  currency: Currency;
  kind: PayLine['kind'];
  minor: number;
}

/** Payslips without their lines: what a list shows. */
export interface SlipRow {
  employeeNumber: string;
  name: string;
  net: Money;
}

const withRun = { run: { select: { from: true, until: true, payday: true } } } as const;
const inOrder = [{ name: 'asc' }, { employeeNumber: 'asc' }, { currency: 'asc' }] as const;

/** What runs pay each person. */
export const payslipsIn = (db: Db) => ({
  async of(runId: string, employeeNumber: string): Promise<Payslip[]> {
    const where = { runId, employeeNumber };
    const rows = await db.payslipRow.findMany({ where, include: withRun, orderBy: { currency: 'asc' } });
    return rows.map(slipOf);
  },

  /** A part of a run's payslips, by name; to read all of a large run piece by piece. */
  async page(runId: string, skip: number, take: number): Promise<Payslip[]> {
    const query = { where: { runId }, orderBy: [...inOrder], skip, take };
    return (await db.payslipRow.findMany({ ...query, include: withRun })).map(slipOf);
  },

  /** Whose name or number has the text in it. */
  async search(runId: string, text: string, skip: number, take: number): Promise<{ rows: SlipRow[]; total: number }> {
    const contains = { contains: literally(text), mode: 'insensitive' } as const;
    const where = { runId, ...(text && { OR: [{ name: contains }, { employeeNumber: contains }] }) };
    const select = { employeeNumber: true, name: true, net: true, currency: true };
    const found = await db.payslipRow.findMany({ where, select, orderBy: [...inOrder], skip, take });
    const rows = found.map(({ net, currency, ...row }) => ({ ...row, net: money(Number(net), currency) }));
    return { rows, total: await db.payslipRow.count({ where }) };
  },

  /** Every settled payslip of somebody, the latest first. */
  async settledOf(personId: string, take: number): Promise<Payslip[]> {
    const where = { personId, run: { state: { in: [...settledStates] } } };
    const query = { where, orderBy: [{ run: { payday: 'desc' as const } }, { currency: 'asc' as const }], take };
    return (await db.payslipRow.findMany({ ...query, include: withRun })).map(slipOf);
  },

  async totals(runId: string): Promise<CurrencyTotal[]> {
    const sums = { gross: true, deducted: true, net: true } as const;
    const by = { by: ['currency' as const], where: { runId }, orderBy: { currency: 'asc' as const } };
    const rows = await db.payslipRow.groupBy({ ...by, _sum: sums, _count: { _all: true } });
    return rows.map(({ currency, _sum, _count }) => {
      const sum = (minor: bigint | null) => money(Number(minor ?? 0n), currency);
      const amounts = { gross: sum(_sum.gross), deducted: sum(_sum.deducted), net: sum(_sum.net) };
      return { currency, payslips: _count._all, ...amounts };
    });
  },

  /** What settled runs with their payday on those days pay, by currency and kind of line; minor units. */
  async costs({ from, until }: Days): Promise<CostRow[]> {
    return db.$queryRaw<CostRow[]>`
      SELECT "slip"."currency", "line" ->> 'kind' AS "kind", sum(("line" -> 'amount' ->> 'minor')::bigint)::float AS "minor"
      FROM "PayslipRow" AS "slip" JOIN "PayRun" AS "run" ON "run"."id" = "slip"."runId",
        jsonb_array_elements("slip"."lines") AS "line"
      WHERE "run"."state" IN ('approved', 'paid') AND "run"."payday" BETWEEN ${fromDay(from)}::date AND ${fromDay(until)}::date
      GROUP BY "slip"."currency", "kind" ORDER BY "slip"."currency", "kind"`;
  },

  /** How many those runs pay. */
  async paid({ from, until }: Days): Promise<number> {
    const run = { state: { in: [...settledStates] }, payday: { gte: fromDay(from), lte: fromDay(until) } };
    return (await db.payslipRow.groupBy({ by: ['employeeNumber'], where: { run } })).length;
  },

  people: async (runId: string): Promise<number> =>
    (await db.payslipRow.groupBy({ by: ['employeeNumber'], where: { runId } })).length,

  /** By employee number and currency, as `1042 RON`. */
  async nets(runId: string): Promise<Map<string, Money>> {
    const select = { employeeNumber: true, currency: true, net: true };
    const rows = await db.payslipRow.findMany({ where: { runId }, select });
    return new Map(
      rows.map(({ employeeNumber, currency, net }) => [`${employeeNumber} ${currency}`, money(Number(net), currency)]),
    );
  },

  /** Instead of all that the run had. */
  async write(runId: string, slips: readonly Payslip[]): Promise<void> {
    await db.payslipRow.deleteMany({ where: { runId } });
    for (const some of inParts(slips)) {
      const rows = JSON.stringify(some.map(rowOf));
      await db.$executeRaw`
        INSERT INTO "PayslipRow"
          ("runId", "employeeNumber", "currency", "personId", "name", "lines", "gross", "deducted", "net")
        SELECT ${runId}::uuid, "employeeNumber", "currency", "personId", "name", "lines", "gross", "deducted", "net"
        FROM jsonb_to_recordset(${rows}::jsonb) AS slip("employeeNumber" text, "currency" text, "personId" text,
          "name" text, "lines" jsonb, "gross" bigint, "deducted" bigint, "net" bigint)`;
    }
  },
});

/** As it is typed: in a search, `%` and `_` would stand for anything. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const rowOf = ({ employeeNumber, personId, name, lines, gross, deducted, net }: Payslip) => ({
  ...{ employeeNumber, personId, name, lines, currency: net.currency },
  ...{ gross: gross.minor, deducted: deducted.minor, net: net.minor },
});

type RunDays = { run: { from: Date; until: Date; payday: Date } };

const slipOf = ({ run, currency, ...row }: PayslipRow & RunDays): Payslip => ({
  runId: row.runId,
  employeeNumber: row.employeeNumber,
  personId: row.personId,
  name: row.name,
  period: { from: toDay(run.from), until: toDay(run.until) },
  payday: toDay(run.payday),
  lines: readLines(row.lines),
  gross: money(Number(row.gross), currency),
  deducted: money(Number(row.deducted), currency),
  net: money(Number(row.net), currency),
});
