import { openDesk, readingDesk } from '../src/departments/accounting/payroll/desk.js';
import { beginRun, tryRun } from '../src/departments/accounting/payroll/service/prepare.js';
import { timesheetHours } from '../src/departments/accounting/timesheets/hours.js';
import { createOffice } from '../src/platform/create-office.js';
import { openDatabase } from '../src/platform/database/database.js';
import { readKeys } from '../src/platform/encryption/keys.js';
import { outboxIn } from '../src/platform/outbox/write.js';
import { systemClock, Temporal } from '../src/platform/time.js';

export const benchKeys = readKeys(`bench:${Buffer.alloc(32, 'bench').toString('base64')}`);

/** What is asked of Slack where there is none. */
export const noSlack = {
  ...{ permalink: async () => null, thread: async () => [], channel: async () => null },
  ...{ file: async () => null, discardFile: async () => false, presence: async () => new Map() },
  botUserId: () => 'U0BOT',
};

/** An office without Slack over that database, and November's run. */
export async function openPayrollOffice(url: string) {
  const database = await openDatabase({ kind: 'postgres', url });
  const office = createOffice({
    ...{ database, clock: systemClock, workspace: noSlack, outbox: outboxIn, keys: benchKeys },
    afterCommit: () => undefined,
  });
  const day = (text: string) => Temporal.PlainDate.from(text);

  return {
    database,
    office,
    compute: (payday: string) =>
      office.read(async (tx) => {
        const period = { from: day('2026-11-01'), until: day('2026-11-30') };
        return tryRun(await readingDesk(tx, timesheetHours), 'U0OFFICER', { period, payday: day(payday) });
      }),
    keep: (computed: Awaited<ReturnType<typeof tryRun>>) =>
      office.transact(async (tx) => beginRun(await openDesk(tx, timesheetHours), 'U0OFFICER', computed)),
  };
}
