import pg from 'pg';
import type { TestDatabase } from '../../../support/database.js';
import type { Ledger, Row, Week } from './generate.js';

// The same books in plain SQL: minute by minute, with the database's own calendar and its own numbers. Nothing here knows how
// the program cuts days into slices or sums them.

const tables = [
  `CREATE TABLE by_hand_people (number text, person text, zone text, starts date, ends date)`,
  `CREATE TABLE by_hand_rates (number text, since date, minor int, currency text)`,
  `CREATE TABLE by_hand_hours
    (person text, monday date, version int, locked timestamptz, day date, kind text, minutes int, "from" text, until text)`,
];

/** When each version of a week was locked. */
export type Locked = Map<string, Date>;
export const lockKey = ({ person, monday }: Week, version: number): string => `${person.id} ${monday} ${version}`;

export async function writeByHand({ prisma }: TestDatabase, ledger: Ledger, locked: Locked): Promise<void> {
  for (const table of tables) await prisma.$executeRawUnsafe(table);
  const people = ledger.people.map(({ number, id, timeZone, startsOn, endsOn }) => ({
    ...{ number, person: id, zone: timeZone, starts: startsOn.toString(), ends: endsOn?.toString() ?? null },
  }));
  const rates = ledger.people.flatMap(({ number, rates: theirs }) =>
    theirs.map(({ from, minor, currency }) => ({ number, since: from.toString(), minor, currency })),
  );
  const hours = ledger.weeks.flatMap((week) => [
    ...rowsOf(week, 1, week.rows, locked),
    ...(week.corrected ? rowsOf(week, 2, week.corrected.rows, locked) : []),
  ]);
  const put = async (table: string, rows: readonly object[]) => {
    for (let from = 0; from < rows.length; from += 5000) {
      const some = JSON.stringify(rows.slice(from, from + 5000));
      await prisma.$executeRawUnsafe(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        some,
      );
    }
  };
  await put('by_hand_people', people);
  await put('by_hand_rates', rates);
  await put('by_hand_hours', hours);
}

function rowsOf(week: Week, version: number, rows: readonly Row[], locked: Locked) {
  const at = locked.get(lockKey(week, version));
  if (!at) return [];
  const place = { person: week.person.id, monday: week.monday.toString(), version, locked: at.toISOString() };
  return rows.map(({ day, ...row }) => ({ ...place, day: day.toString(), ...row }));
}

/**
 * What each run should pay: number, currency, gross, deducted. The rules of this company: over eight hours a day 150 %, over
 * forty a week 125 %, nights 125 %, weekends and holidays 200 %, the highest counts; leave 100 %, sick leave 75 %, unpaid 0 %.
 * A tenth of the gross is deducted from everybody; who is paid in RON at the end of the period has 30.00 RON besides.
 */
const OWED = `
WITH runs AS (
  SELECT id, "from", until, "computedAt" AS seen,
    lag("computedAt") OVER (ORDER BY "from") AS seen_before, min("from") OVER () AS first_day
  FROM "PayRun"
), minutes AS (
  -- Of the clock: every minute by its own date and time where the person is.
  SELECT h.person, h.monday, h.version, h.locked, h.kind, (minute AT TIME ZONE p.zone)::date AS day,
    (minute AT TIME ZONE p.zone)::time >= '22:00' OR (minute AT TIME ZONE p.zone)::time < '06:00' AS is_night
  FROM by_hand_hours h JOIN by_hand_people p USING (person),
    generate_series((h.day + h."from"::time) AT TIME ZONE p.zone,
      (h.day + h.until::time + CASE WHEN h.until < h."from" THEN interval '1 day' ELSE interval '0' END)
        AT TIME ZONE p.zone - interval '1 minute',
      interval '1 minute') AS minute
  WHERE h."from" IS NOT NULL
  UNION ALL
  SELECT h.person, h.monday, h.version, h.locked, h.kind, h.day, false
  FROM by_hand_hours h, generate_series(1, h.minutes) WHERE h.minutes IS NOT NULL
), placed AS (
  SELECT *, kind = 'work' AS is_work,
    row_number() OVER (PARTITION BY person, version, day, kind = 'work' ORDER BY is_night DESC) AS of_day
  FROM minutes
), counted AS (
  SELECT *, is_work AND of_day > 480 AS is_daily,
    count(*) FILTER (WHERE is_work AND of_day <= 480)
      OVER (PARTITION BY person, monday, version ORDER BY day, of_day, is_work ROWS UNBOUNDED PRECEDING) AS of_week
  FROM placed
), worth AS (
  SELECT person, monday, version, locked, day, kind, is_work AND is_night AS at_night, is_daily,
    is_work AND NOT is_daily AND of_week > 2400 AS is_weekly,
    is_work AND extract(isodow FROM day) > 5 AS is_weekend,
    is_work AND day = ANY ($1::date[]) AS is_holiday
  FROM counted
), percents AS (
  SELECT *, CASE kind WHEN 'leave' THEN 100 WHEN 'sick' THEN 75 WHEN 'unpaid' THEN 0 ELSE greatest(100,
    CASE WHEN is_daily THEN 150 END, CASE WHEN is_weekly OR at_night THEN 125 END,
    CASE WHEN is_weekend OR is_holiday THEN 200 END) END AS percent
  FROM worth
), why AS (
  -- Which rules made the percent: lines are summed and rounded by that.
  SELECT *, CASE percent WHEN 200 THEN concat(is_weekend, is_holiday) WHEN 150 THEN 'daily'
    WHEN 125 THEN concat(is_weekly, at_night) ELSE '' END AS because
  FROM percents
), days AS (
  SELECT person, monday, version, locked, day, kind, percent, because, count(*) AS minutes
  FROM why GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
), priced AS (
  SELECT d.*, p.number, rate.minor, rate.currency
  FROM days d JOIN by_hand_people p USING (person) CROSS JOIN LATERAL (
    SELECT minor, currency FROM by_hand_rates r WHERE r.number = p.number AND r.since <= d.day
    ORDER BY r.since DESC LIMIT 1) rate
), seen AS (
  -- The version that each run saw, and the one that the run before it saw.
  SELECT r.id, r."from", r.until, r.first_day, w.person, w.monday,
    max(w.version) FILTER (WHERE w.locked <= r.seen) AS now,
    coalesce(max(w.version) FILTER (WHERE w.locked <= r.seen_before), 0) AS before
  FROM runs r CROSS JOIN (SELECT DISTINCT person, monday, version, locked FROM by_hand_hours) w
  GROUP BY 1, 2, 3, 4, 5, 6
), own AS (
  SELECT s.id, p.number, p.currency, round(sum(p.minutes) * p.percent * p.minor / 6000.0) AS amount
  FROM seen s JOIN priced p ON p.person = s.person AND p.monday = s.monday AND p.version = s.now
  WHERE p.day BETWEEN s."from" AND s.until
  GROUP BY s.id, p.number, p.currency, p.minor, p.kind, p.percent, p.because
), corrections AS (
  SELECT s.id, p.number, p.currency,
    round(sum(p.minutes) * p.percent * p.minor / 6000.0) * CASE WHEN p.version = s.now THEN 1 ELSE -1 END AS amount
  FROM seen s JOIN priced p
    ON p.person = s.person AND p.monday = s.monday AND (p.version = s.now OR p.version = s.before)
  WHERE p.day >= s.first_day AND p.day < s."from" AND s.now IS DISTINCT FROM s.before
  GROUP BY s.id, s.now, p.monday, p.version, p.number, p.currency, p.minor, p.kind, p.percent, p.because
), allowances AS (
  SELECT r.id, p.number, rate.currency, 3000 AS amount
  FROM runs r JOIN by_hand_people p ON p.starts <= r.until AND (p.ends IS NULL OR p.ends >= r."from")
    CROSS JOIN LATERAL (SELECT currency FROM by_hand_rates x
      WHERE x.number = p.number AND x.since <= least(p.ends, r.until) ORDER BY x.since DESC LIMIT 1) rate
  WHERE rate.currency = 'RON'
), gross AS (
  SELECT id, number, currency, sum(amount) AS gross
  FROM (SELECT * FROM own UNION ALL SELECT * FROM corrections UNION ALL SELECT * FROM allowances) AS every_line
  GROUP BY 1, 2, 3
)
SELECT r."from"::text AS run, g.number, g.currency, g.gross::int AS gross, round(g.gross * 0.1)::int AS deducted
FROM gross g JOIN runs r USING (id) ORDER BY r."from", length(g.number), g.number, g.currency`;

export interface Owed {
  run: string;
  number: string;
  currency: string;
  gross: number;
  deducted: number;
}

/** Minute by minute that takes longer than the program gives any of its own statements. */
export async function owedByHand({ prisma, url }: TestDatabase, { holidays }: Ledger): Promise<Owed[]> {
  if (url === null) return prisma.$queryRawUnsafe<Owed[]>(OWED, holidays);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Owed>(OWED, [holidays])).rows;
  } finally {
    await client.end();
  }
}

/** What the program wrote down. */
export const owedByProgram = ({ prisma }: TestDatabase): Promise<Owed[]> =>
  prisma.$queryRawUnsafe<Owed[]>(`
    SELECT run."from"::text AS run, slip."employeeNumber" AS number, slip.currency, slip.gross::int AS gross,
      slip.deducted::int AS deducted
    FROM "PayslipRow" slip JOIN "PayRun" run ON run.id = slip."runId"
    ORDER BY run."from", length(slip."employeeNumber"), slip."employeeNumber", slip.currency`);
