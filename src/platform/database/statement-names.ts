/** More than an office has; lists of ever other lengths would else fill the memory of the server, which forgets none of them. */
const MOST_NAMED = 600;

/** How many that were asked once are remembered, in case they come again. */
const MOST_SEEN = 1000;

/** Longer ones are lists of many rows, each of a length of its own. */
const LONGEST = 10_000;

/**
 * What to call a statement on the server, which then reads it once for each connection, and in time plans it once as well; ''
 * for one that isn't worth it: it is new, too long, or one too many.
 */
export function statementNames(mostNamed = MOST_NAMED, mostSeen = MOST_SEEN): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const remember = (sql: string): void => {
    seen.add(sql);
    for (const oldest of seen) {
      if (seen.size <= mostSeen) break;
      seen.delete(oldest);
    }
  };
  return ({ sql }) => {
    const name = names.get(sql);
    if (name) return name;
    if (sql.length > LONGEST || names.size >= mostNamed) return '';
    if (!seen.delete(sql)) {
      remember(sql);
      return '';
    }
    const fresh = `s${names.size + 1}`;
    names.set(sql, fresh);
    return fresh;
  };
}
