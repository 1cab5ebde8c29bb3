import { LRUCache } from 'lru-cache';

/** More than an office has; lists of ever other lengths would else fill the memory of the server, which forgets none of them. */
const MOST_NAMED = 600;

/** How many that were asked once are remembered, in case they come again. */
const MOST_SEEN = 1000;

/** Longer ones are lists of many rows, each of a length of its own. */
const LONGEST = 10_000;

/**
 * What to call a statement on the server, which then reads it once for each connection; '' for one that isn't worth it: it is
 * new, too long, or one too many. How it is carried out is planned each time, for its own values (see postgres.ts).
 */
export function statementNames(mostNamed = MOST_NAMED, mostSeen = MOST_SEEN): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const seen = new LRUCache<string, true>({ max: mostSeen });
  return ({ sql }) => {
    const name = names.get(sql);
    if (name) return name;
    if (sql.length > LONGEST || names.size >= mostNamed) return '';
    if (!seen.delete(sql)) {
      seen.set(sql, true);
      return '';
    }
    const fresh = `s${names.size + 1}`;
    names.set(sql, fresh);
    return fresh;
  };
}
