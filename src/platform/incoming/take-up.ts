import { AsyncResource } from 'node:async_hooks';
import type { Asked, Transaction } from '../office.js';
import { toDate } from '../time.js';
import { orEachAlone, together } from '../together.js';
import { AlreadyHandled } from '../user-error.js';

/** What somebody asked for, with the key of their request. */
export interface AskedUnder<Item> extends Asked<Item> {
  key: string;
}

/** Of two deliveries of one request the second waits for the first, and then throws `AlreadyHandled`. */
export async function takeUpAlone(tx: Transaction, key: string): Promise<void> {
  if (!(await takeUp(tx, [key])).has(key)) throw new AlreadyHandled(key);
}

type Work<Item, Done> = (tx: Transaction, asked: readonly Asked<Item>[]) => Promise<readonly Done[]>;

/** Some two dozen in one transaction take hardly longer than one. While some are at work, the next are gathered. */
const COMPANY = { most: 40, atOnce: 1, patienceMs: 250 };

/** Does what is asked for at about the same time in one transaction, each of it once. */
export function inCompany<Item, Done>(
  transact: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
  work: Work<Item, Done>,
): (asked: AskedUnder<Item>) => Promise<Done> {
  const serve = (asked: readonly AskedUnder<Item>[]) => transact((tx) => onceEach(tx, asked, work));
  return together(orEachAlone(serve), COMPANY);
}

/** Does each of them once: those that were taken up before, here or elsewhere, come to `AlreadyHandled`. */
async function onceEach<Item, Done>(
  tx: Transaction,
  asked: readonly AskedUnder<Item>[],
  work: Work<Item, Done>,
): Promise<(Done | AlreadyHandled)[]> {
  const unknown = await takeUp(
    tx,
    asked.map(({ key }) => key),
  );
  const fresh = asked.filter(({ key }) => unknown.delete(key));
  const done = fresh.length > 0 ? await work(tx, fresh) : [];
  const results = new Map(fresh.map((one, place) => [one, done[place] as Done]));
  return asked.map((one) => (results.has(one) ? (results.get(one) as Done) : new AlreadyHandled(one.key)));
}

/** Remembers in whose request it was asked, to go on with that later. */
export function askedNow<Item>(item: Item, key: string): AskedUnder<Item> {
  const request = new AsyncResource('asked');
  return { item, key, forThem: (step) => request.runInAsyncScope(step) };
}

/** Those of the keys that nobody took up before. In one order for all, lest two of these wait for each other. */
async function takeUp({ db, now }: Transaction, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    INSERT INTO "Incoming" ("key", "at")
    SELECT DISTINCT "key", ${toDate(now)}::timestamptz FROM unnest(${keys}::text[]) AS "asked" ("key") ORDER BY "key"
    ON CONFLICT DO NOTHING RETURNING "key"`;
  return new Set(rows.map(({ key }) => key));
}
