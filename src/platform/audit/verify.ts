import type { PrismaClient } from '../../generated/prisma/client.js';
import { type ChainEntry, GENESIS, hashOf } from './chain.js';
import type { Head } from './head.js';

export type Verdict = { intact: true; head: Head } | { intact: false; seq: bigint; fault: string; head: Head };

const PAGE = 1_000;
const beginning: Head = { seq: 0n, hash: GENESIS };

/** Counts every hash again and tells the first entry that doesn't fit; with `expected`, also whether the end was cut. */
export async function verifyAudit(prisma: PrismaClient, expected?: Head): Promise<Verdict> {
  let head = beginning;
  for await (const entry of entriesOf(prisma)) {
    const fault = faultOf(entry, head) ?? unlike(entry, expected);
    if (fault) return { intact: false, seq: entry.seq, fault, head };
    head = { seq: entry.seq, hash: entry.hash };
  }
  if (!expected || expected.seq <= head.seq) return { intact: true, head };
  const fault = `the record ends at entry ${head.seq}, but entry ${expected.seq} was there before: its end was cut off`;
  return { intact: false, seq: head.seq + 1n, fault, head };
}

/** All entries in order, a page at a time: there may be more than fit in memory. */
async function* entriesOf(prisma: PrismaClient): AsyncGenerator<ChainEntry> {
  let page: ChainEntry[];
  let after = beginning.seq;
  do {
    page = await prisma.auditEntry.findMany({ where: { seq: { gt: after } }, orderBy: { seq: 'asc' }, take: PAGE });
    yield* page;
    after = page.at(-1)?.seq ?? after;
  } while (page.length === PAGE);
}

function faultOf(entry: ChainEntry, before: Head): string | null {
  if (entry.seq !== before.seq + 1n) return `entry ${before.seq + 1n} is missing`;
  if (entry.prevHash !== before.hash) return `entry ${entry.seq} does not follow from the one before it`;
  if (entry.hash !== hashOf(entry)) return `entry ${entry.seq} was changed after it was written`;
  return null;
}

function unlike(entry: ChainEntry, expected: Head | undefined): string | null {
  if (entry.seq !== expected?.seq || entry.hash === expected.hash) return null;
  return `entry ${entry.seq} is not the one that was kept elsewhere: the record was written anew`;
}
