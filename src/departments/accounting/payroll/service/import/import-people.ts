import { randomUUID } from 'node:crypto';
import { type Payroll, require } from '../../desk.js';
import { DESK } from '../../settings.js';
import { accountsIn } from '../../store/accounts.js';
import { type Draft, type DraftTable, draftsIn } from '../../store/drafts.js';
import { employeesIn } from '../../store/employees.js';
import { no } from '../../words.js';
import { keptFor } from './kept.js';
import { type ProblemKey, readLines } from './lines.js';
import { type Intent, markOf, type Plan, planImport } from './plan.js';
import { headersOf, readTable } from './read-table.js';

/** What a list would do, and what is to be said of it as a whole. */
export interface Preview {
  plan: Plan;
  /** Headers that name no column. */
  unknown: readonly string[];
}

/** Reads a list and keeps it until its owner says yes. Nothing on the payroll changes. */
export async function draftImport(desk: Payroll, by: string, bytes: Uint8Array): Promise<Preview & { id: string }> {
  await require(desk, 'keepPeople', by);
  const table = readTable(bytes);
  const preview = await previewOf(desk, by, table);
  const id = randomUUID();
  const drafts = draftsIn(desk.tx);
  await drafts.forgetOld();
  await drafts.keep(id, { ownerId: by, table, mark: markOf(preview.plan) });
  return { id, ...preview };
}

export type Confirmed = { is: 'done'; plan: Plan } | ({ is: 'changed' } & Preview);

/**
 * Does what was agreed to, and nothing else: where the payroll changed since it was shown, it is shown again. Bad lines are
 * left out.
 */
export async function confirmImport(desk: Payroll, by: string, id: string): Promise<Confirmed> {
  await require(desk, 'keepPeople', by);
  const drafts = draftsIn(desk.tx);
  const draft: Draft | null = await drafts.get(id, by);
  if (!draft) throw no('import.refused.draftGone');
  const preview = await previewOf(desk, by, draft.table);
  const mark = markOf(preview.plan);
  if (mark !== draft.mark) {
    await drafts.keep(id, { ...draft, mark });
    return { is: 'changed', ...preview };
  }
  await carryOut(desk, by, preview.plan);
  await drafts.forget(id);
  return { is: 'done', plan: preview.plan };
}

/** For whoever runs the office's machine: `npm run import`. They keep its keys and its database, so no right is asked for. */
export async function importAtOnce(
  desk: Payroll,
  bytes: Uint8Array,
  decide: (plan: Plan) => boolean,
): Promise<Preview> {
  const preview = await previewOf(desk, 'system', readTable(bytes));
  if (decide(preview.plan)) await carryOut(desk, 'system', preview.plan);
  return preview;
}

async function previewOf(desk: Payroll, by: string, table: DraftTable): Promise<Preview> {
  const headers = headersOf(table);
  const { good, bad } = readLines(table, headers, desk.settings.currency);
  const broken = table.problems.map(({ line, problem }) => ({
    ...{ line, number: '', name: '' },
    problems: [{ key: problem as ProblemKey }],
  }));
  const read = { good, bad: [...bad, ...broken] };
  return { plan: planImport(read, await keptFor(desk, by, read)), unknown: headers.unknown };
}

async function carryOut(desk: Payroll, by: string, { added, changed, bad }: Plan): Promise<void> {
  await saveIntents(desk, by, [...added, ...changed], 'import-people', { added: added.length, leftOut: bad.length });
}

/** Writes what was planned, all of it; the record says of whom and which fields, never what stood in them. */
export async function saveIntents(
  { db, tx, audit }: Payroll,
  by: string,
  intents: readonly Intent[],
  action: string,
  counts: Record<string, number> = {},
): Promise<void> {
  await employeesIn(db).put(intents.map(({ employee }) => employee));
  await employeesIn(db).putTerms(intents.flatMap(({ terms }) => terms ?? []));
  const accounts = intents.flatMap(({ employee, iban }) => (iban ? [{ employeeNumber: employee.number, iban }] : []));
  await accountsIn(tx).put(accounts, by);
  const fields = intents.map(
    ({ employee, changes }) => `${employee.number}: ${changes.map(({ field }) => field).join()}`,
  );
  await audit.record({ actor: by, action: `${DESK}.${action}`, object: DESK, detail: { ...counts, fields } });
}
