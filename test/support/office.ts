import { createOffice } from '../../src/platform/create-office.js';
import type { OpenDatabase } from '../../src/platform/database/database.js';
import type { Office } from '../../src/platform/office.js';
import { outboxIn } from '../../src/platform/outbox/write.js';
import type { Clock, Temporal } from '../../src/platform/time.js';
import type { Workspace } from '../../src/platform/workspace.js';
import { testKeys } from './keys.js';

/** A workspace in which nothing can be looked up. */
const noWorkspace: Workspace = {
  permalink: async () => null,
  thread: async () => [],
  channel: async () => null,
  file: async () => null,
  discardFile: async () => false,
  presence: async () => new Map(),
  botUserId: () => 'UBOT',
};

export const stoppedClock = (now: Temporal.Instant): Clock => ({ now: () => now, onMove: () => () => undefined });

/** An office over a test's database, at a moment that stands still, with nobody to carry its letters. */
export const testOffice = (
  database: OpenDatabase,
  now: Temporal.Instant,
  afterCommit: () => void = () => undefined,
): Office =>
  createOffice({
    database,
    clock: stoppedClock(now),
    workspace: noWorkspace,
    outbox: outboxIn,
    keys: testKeys,
    afterCommit,
  });
