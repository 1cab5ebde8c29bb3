import type { Prisma } from '../generated/prisma/client.js';
import type { Ask } from './database/ask.js';
import type { Seals } from './encryption/seals.js';
import type { Look } from './office.js';
import { peopleIn } from './people/people.js';
import { staffIn } from './people/staff.js';
import { settingsIn } from './settings/store.js';
import type { Temporal } from './time.js';

/** What can be looked up with a client, or within a transaction. */
export const lookupsIn = (db: Prisma.TransactionClient, now: Temporal.Instant, seals: Seals, ask: Ask): Look => ({
  db,
  ask,
  now,
  people: peopleIn(db),
  staff: staffIn(db),
  settings: settingsIn(db, now),
  seals,
});

/** Looks that begin in one breath, as all parts of App Home do, share what one of them finds out: nothing lies between them. */
export function sharedAtOnce(begin: () => Look): () => Look {
  let shared: Look | undefined;
  return () => {
    if (shared === undefined) {
      shared = begin();
      queueMicrotask(() => {
        shared = undefined;
      });
    }
    return shared;
  };
}
