import { z } from 'zod';
import type { Currency, Money } from '../../../../../platform/money.js';
import { shorten } from '../../../../../platform/mrkdwn.js';
import { readCurrency, readDay } from '../../../../../platform/tables/cells.js';
import type { ReadTable } from '../../../../../platform/tables/read-csv.js';
import { Temporal } from '../../../../../platform/time.js';
import { isNumber, readIban, readRate, readWeeklyMinutes } from './cells.js';
import type { Column, Headers } from './columns.js';

/** One line of a list of people. A field that the list has no column for is undefined: what is kept stays. */
export interface PersonLine {
  line: number;
  number: string;
  name: string;
  email: string | null | undefined;
  /** Chosen in a form; null: nobody was, so that the address alone tells. A list doesn't choose. */
  personId?: string | null | undefined;
  managerNumber: string | null | undefined;
  group: string | null | undefined;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate | null | undefined;
  jobTitle: string;
  rate: Money;
  weeklyMinutes: number;
  /** Since when they have this job, rate and hours; null: not told. */
  from: Temporal.PlainDate | null;
  /** Null: not told, and what is kept stays. */
  iban: string | null;
}

/** What is wrong with a line, as a key of the sentences under `import.bad`. What is pay or an account isn't quoted. */
export interface Problem {
  key: ProblemKey;
  values?: Record<string, string | number>;
}
export type ProblemKey =
  | 'number'
  | 'name'
  | 'email'
  | 'group'
  | 'job'
  | 'rate'
  | 'currency'
  | 'weeklyHours'
  | 'from'
  | 'starts'
  | 'ends'
  | 'endsFirst'
  | 'iban'
  | 'sameNumber'
  | 'sameEmail'
  | 'emailTaken'
  | 'needsFrom'
  | 'fromTooEarly'
  | 'fromTooLate'
  | 'slackTaken'
  | 'noManager'
  | 'ownManager'
  | 'managerCircle'
  | 'ragged'
  | 'longCell'
  | 'unclosedQuote'
  | 'tooManyRows';

export interface BadLine {
  line: number;
  /** As far as it could be read. */
  number: string;
  name: string;
  problems: Problem[];
}

export interface ReadLines {
  good: PersonLine[];
  bad: BadLine[];
}

/** Every line by itself. */
export function readLines({ rows }: Pick<ReadTable, 'rows'>, headers: Headers, currency: Currency): ReadLines {
  const read: ReadLines = { good: [], bad: [] };
  for (const { line, cells } of rows) {
    const outcome = readLine(line, textsOf(cells, headers), currency);
    if ('problems' in outcome) read.bad.push(outcome);
    else read.good.push(outcome);
  }
  return read;
}

/** What was written of one person, or all that is wrong with it. */
export function readLine(line: number, texts: Texts, usual: Currency): PersonLine | BadLine {
  const outcome = schemaFor(readCurrency(texts.currency ?? '') ?? usual).safeParse(texts);
  return outcome.success ? { line, ...outcome.data } : badLine(line, texts, outcome.error.issues);
}

export type Texts = Partial<Record<Column, string>>;

const textsOf = (cells: readonly string[], { places }: Headers): Texts =>
  Object.fromEntries([...places].map(([column, place]) => [column, (cells[place] ?? '').trim()]));

const unquotable = new Set<PropertyKey>(['rate', 'iban']);

function badLine(line: number, texts: Texts, issues: readonly z.core.$ZodIssue[]): BadLine {
  const problems = issues.map(({ message, path }) => {
    const column = path[0] as Column;
    const text = unquotable.has(column) ? '' : shorten(texts[column] ?? '', 40);
    return { key: message as ProblemKey, values: { text } };
  });
  const [number = '', name = ''] = [texts.number, texts.name].map((text) => shorten(text ?? '', 40));
  return { line, number, name, problems };
}

/** A cell that `read` makes something of; what it can't is the problem of that name. */
const cell = <Value>(problem: ProblemKey, read: (text: string) => Value | null) =>
  z.string().transform((text, context): Value => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

/** Nothing, or something that can be read. */
const perhaps = <Value>(problem: ProblemKey, read: (text: string) => Value | null) =>
  z.union([z.literal('').transform(() => null), cell(problem, read)], { error: problem }).optional();

const atMost = (length: number) => (text: string) => (text.length <= length ? text : null);
const named = (length: number) => (text: string) => (text === '' ? null : atMost(length)(text));
const readEmail = (text: string) => z.email().max(200).safeParse(text.toLowerCase()).data ?? null;
const readNumber = (text: string) => (isNumber(text) ? text : null);

/** What an amount may be depends on its currency; a list has few of them. */
const schemas = new Map<Currency, ReturnType<typeof lineSchema>>();

function schemaFor(currency: Currency) {
  const schema = schemas.get(currency) ?? lineSchema(currency);
  schemas.set(currency, schema);
  return schema;
}

const lineSchema = (currency: Currency) =>
  z
    .object({
      number: cell('number', readNumber),
      name: cell('name', named(120)),
      email: perhaps('email', readEmail),
      manager: perhaps('noManager', readNumber),
      group: perhaps('group', atMost(40)),
      job: cell('job', named(80)),
      rate: cell('rate', (text) => readRate(text, currency)),
      currency: perhaps('currency', readCurrency),
      weeklyHours: cell('weeklyHours', readWeeklyMinutes),
      from: perhaps('from', readDay),
      starts: cell('starts', readDay),
      ends: perhaps('ends', readDay),
      iban: perhaps('iban', readIban),
    })
    .refine(({ starts, ends }) => !ends || Temporal.PlainDate.compare(starts, ends) <= 0, {
      error: 'endsFirst' satisfies ProblemKey,
      path: ['ends'],
    })
    .transform(({ number, name, email, manager, group, job, rate, weeklyHours, from, starts, ends, iban }) => ({
      ...{ number, name, email, managerNumber: manager, group, startsOn: starts, endsOn: ends },
      ...{ jobTitle: job, rate, weeklyMinutes: weeklyHours, from: from ?? null, iban: iban ?? null },
    }));
