import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Temporal } from '../../../../platform/time.js';
import { callsIn } from './calls.js';
import { dueIn } from './due.js';
import { figuresIn } from './figures.js';
import { historyIn } from './history.js';
import { logIn } from './log.js';
import { rotationsIn } from './rotations.js';
import { takersIn } from './takers.js';

export const storeIn = (db: Prisma.TransactionClient, now: Temporal.Instant) => ({
  calls: callsIn(db, now),
  due: dueIn(db, now),
  figures: figuresIn(db),
  history: historyIn(db, now),
  log: logIn(db),
  rotations: rotationsIn(db, now),
  takers: takersIn(db),
});
export type Store = ReturnType<typeof storeIn>;
