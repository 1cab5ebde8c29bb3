import { createHash } from 'node:crypto';
import { isCurrency } from '../../../../platform/money.js';
import { type ReadTable, readCsv } from '../../../../platform/tables/read-csv.js';
import { type Reading, type Reports, require } from '../desk.js';
import { DESK, fileCase, type LedgerFile, type LedgerKind, type Mapping, type NewEntry } from '../ledger.js';
import { guessMapping, headersKey, isContradicted } from '../rules/columns.js';
import { lineFinder } from '../rules/lines.js';
import { type KeyedEntry, keysOf, ownKey, type ReadRows, readRows } from '../rules/rows.js';
import type { Draft } from '../store/drafts.js';
import { no } from '../words.js';

export const LARGEST_BYTES = 5_000_000;
const limits = { bytes: LARGEST_BYTES, rows: 50_000, cell: 2_000 };

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Null where there is no table with rows in it. */
export function readTable(bytes: Uint8Array): ReadTable | null {
  const table = readCsv(bytes, limits);
  return table.headers.length < 2 || table.rows.length === 0 ? null : table;
}

/** What a file would do, before it does. */
export interface Preview {
  draft: Draft;
  table: ReadTable;
  mapping: Mapping;
  rows: ReadRows;
  /** Lines of rows that count already, by another file. */
  known: readonly number[];
  /** Rows that would be taken in. */
  fresh: readonly KeyedEntry[];
  /** Accounts without a line of the report, with how many rows they have. */
  loose: readonly { account: string; rows: number }[];
  replaces: { file: LedgerFile; totals: readonly { currency: string; minor: number }[] } | null;
}

/** What a file's columns are, to be looked at by whoever uploaded it. */
export interface Mapped {
  draft: Draft;
  table: ReadTable;
  mapping: Partial<Mapping>;
}

/** Keeps an uploaded file until it is decided. Refuses one that counts already, or that nobody can read. */
export async function beginDraft(
  desk: Reports,
  by: string,
  file: { name: string; kind: LedgerKind; bytes: Uint8Array<ArrayBuffer>; replacesId: string | null },
): Promise<Mapped> {
  await require(desk, 'keepLedgers', by);
  const counted = await desk.files.withHash(hashOf(file.bytes));
  if (counted && counted.state !== 'refused') throw no('refused.sameFile', { name: counted.name }, 'file');
  const table = readTable(file.bytes);
  if (!table) throw no('refused.noTable', {}, 'file');
  if (file.replacesId) await replaceable(desk, file.replacesId);
  const id = await desk.drafts.begin({ ownerId: by, ...file });
  const remembered = await rememberedFor(desk, table);
  if (remembered?.isSure) await desk.drafts.map(id, remembered.mapping);
  const mapping = remembered?.mapping ?? guessMapping(table, desk.settings.currency);
  return {
    draft: { id, ownerId: by, ...file, mapping: remembered?.isSure ? remembered.mapping : null },
    table,
    mapping,
  };
}

/** As it was said last for files with these columns; unsure where this file isn't like those. */
export async function rememberedFor(
  { drafts }: Reading,
  table: ReadTable,
): Promise<{ mapping: Mapping; isSure: boolean } | null> {
  const mapping = await drafts.mappingFor(headersKey(table.headers));
  if (!mapping) return null;
  return isContradicted(table, mapping)
    ? { mapping: { ...mapping, amounts: 'signed' }, isSure: false }
    : { mapping, isSure: true };
}

export async function seeDraft(desk: Reading, by: string, id: string): Promise<Mapped> {
  await require(desk, 'keepLedgers', by);
  const draft = await desk.drafts.get(id, by);
  if (!draft) throw no('refused.noDraft');
  const table = readCsv(draft.bytes, limits);
  return { draft, table, mapping: draft.mapping ?? guessMapping(table, desk.settings.currency) };
}

/** Keeps what the columns are, and says what the file would do by that. */
export async function mapDraft(desk: Reports, by: string, id: string, mapping: Mapping): Promise<Preview> {
  const { draft } = await seeDraft(desk, by, id);
  await desk.drafts.map(id, mapping);
  return previewOf(desk, { ...draft, mapping });
}

export async function previewOf(desk: Reading, draft: Draft): Promise<Preview> {
  const { mapping } = draft;
  if (!mapping) throw no('refused.noDraft');
  const table = readCsv(draft.bytes, limits);
  const rows = readRows(table, mapping, draft.kind);
  const replaced = draft.replacesId ? await replaceable(desk, draft.replacesId) : null;
  // What the file replaces doesn't count any more when it is taken in.
  const own = replaced ? new Set(keysOf(await desk.entries.allOfFile(replaced.id), false).values()) : new Set<string>();
  const counted = await desk.entries.counted(rows.good.map(({ key }) => key).filter((key) => !own.has(key)));
  const lineOf = lineFinder(desk.settings.lines);
  const loose = new Map<string, number>();
  for (const { account } of rows.good) if (!lineOf(account)) loose.set(account, (loose.get(account) ?? 0) + 1);
  return {
    ...{ draft, table, mapping, rows },
    known: rows.good.filter(({ key }) => counted.has(key)).map(({ line }) => line),
    fresh: rows.good.filter(({ key }) => !counted.has(key)),
    loose: [...loose].map(([account, count]) => ({ account, rows: count })),
    replaces: replaced && { file: replaced, totals: await desk.entries.totals(replaced.id) },
  };
}

/** Takes in what the preview showed, without what is bad or counts already. */
export async function takeDraft(
  desk: Reports,
  by: string,
  id: string,
): Promise<{ file: LedgerFile; preview: Preview }> {
  await desk.files.alone();
  const { draft } = await seeDraft(desk, by, id);
  const preview = await previewOf(desk, draft);
  if (preview.fresh.length === 0) throw no('refused.nothingNew');
  const file = await take(desk, by, { ...draft, hash: hashOf(draft.bytes) }, preview);
  await desk.drafts.rememberMapping(headersKey(preview.table.headers), preview.mapping, by);
  await desk.drafts.forget(id);
  return { file, preview };
}

type Taken = Pick<Draft, 'name' | 'kind' | 'replacesId'> & { hash: string };

/** `by`: null for the watched folder. */
export async function take(
  desk: Reports,
  by: string | null,
  { name, kind, replacesId, hash }: Taken,
  { fresh, mapping }: Pick<Preview, 'fresh' | 'mapping'>,
): Promise<LedgerFile> {
  const replaced = replacesId ? await replaceable(desk, replacesId) : null;
  const twin = await desk.files.withHash(hash);
  if (twin && twin.state !== 'refused') throw no('refused.sameFile', { name: twin.name }, 'file');
  await desk.files.forgetRefused(hash);
  if (replaced) await desk.files.uncount(replaced.id, 'replaced', by ?? 'system');
  const amounts = mapping.amounts === 'plain' ? 'plain' : 'signed';
  const file = await desk.files.add({ name, kind, amounts, takenBy: by, hash, replaces: replaced }, fresh);
  await record(desk, by ?? 'system', replaced ? 'replace-ledger' : 'take-ledger', file);
  return file;
}

async function replaceable({ files }: Reading, id: string): Promise<LedgerFile> {
  const file = await files.get(id);
  if (!file) throw no('refused.noFile');
  if (file.state !== 'counted') throw no('refused.notCounted', { name: file.name });
  return file;
}

/** One amount, written in a form: above zero for revenue, below for cost. */
export async function addEntry(
  desk: Reports,
  by: string,
  entry: Omit<NewEntry, 'line'>,
  { kind, name }: { kind: LedgerKind; name: string },
): Promise<LedgerFile> {
  await require(desk, 'keepLedgers', by);
  if (!isCurrency(entry.currency)) throw no('refused.badCurrency', {}, 'currency');
  const file = await desk.files.add({ name, kind, amounts: 'signed', takenBy: by, hash: null, replaces: null }, [
    { ...entry, line: 1, key: ownKey(crypto.randomUUID()) },
  ]);
  await record(desk, by, 'add-entry', file);
  return file;
}

/**
 * What it says doesn't count any more; it can be put back. Where it was a correction, what it had taken the place of counts
 * again.
 */
export async function withdrawFile(desk: Reports, by: string, id: string): Promise<LedgerFile> {
  await require(desk, 'keepLedgers', by);
  await desk.files.alone();
  const file = await replaceable(desk, id);
  await desk.files.uncount(id, 'withdrawn', by);
  const before = file.replacesId ? await desk.files.get(file.replacesId) : null;
  if (before?.state === 'replaced') await countAgain(desk, by, before);
  await record(desk, by, 'withdraw-ledger', file);
  return file;
}

/** Puts back what was withdrawn, unless its rows came in by another file meanwhile. */
export async function putBackFile(desk: Reports, by: string, id: string): Promise<LedgerFile> {
  await require(desk, 'keepLedgers', by);
  await desk.files.alone();
  const file = await desk.files.get(id);
  if (file?.state !== 'withdrawn') throw no('refused.notWithdrawn');
  const before = file.replacesId ? await desk.files.get(file.replacesId) : null;
  if (before?.state === 'counted') await desk.files.uncount(before.id, 'replaced', by);
  await countAgain(desk, by, file);
  await record(desk, by, 'put-back-ledger', file);
  return file;
}

async function countAgain({ files, entries }: Reports, by: string, { id }: LedgerFile): Promise<void> {
  const hash = await files.hashOf(id);
  const twin = hash === null ? null : await files.withHash(hash);
  if (twin && twin.state !== 'refused') throw no('refused.sameFile', { name: twin.name });
  if (hash !== null) await files.forgetRefused(hash);
  const keys = keysOf(await entries.allOfFile(id), hash === null);
  const counted = await entries.counted([...keys.values()]);
  if (counted.size > 0) throw no('refused.rowsCount', { count: counted.size });
  await files.recount(id, hash, keys, by);
}

const record = ({ audit }: Reports, actor: string, action: string, { id, kind, rows, version }: LedgerFile) =>
  audit.record({ actor, action: `${DESK}.${action}`, object: fileCase(id), detail: { kind, rows, version } });
