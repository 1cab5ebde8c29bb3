import { DESK } from '../../../../src/departments/hr/complaints/complaint.js';
import {
  type Complaints,
  openDesk,
  type Reading,
  readingDesk,
} from '../../../../src/departments/hr/complaints/desk.js';
import { complaints } from '../../../../src/departments/hr/complaints/index.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { command, filled, refusal, send, shown, textOf } from '../../../support/visits.js';

export const HEAD = 'U0WREN';
export const HANDLER = 'U0ILINCA';
export const OTHER_HANDLER = 'U0SORREL';
export const AUDITOR = 'U0ROWAN';
export const MANAGEMENT = 'U0HAZEL';
export const ADMIN = 'U0ADMIN';
export const CLERK = 'U0OLIVE';
export const TOMA = 'U0TOMA';
export const JAY = 'U0JAY';
export const ANA = 'U0ANA';

const people = [
  { id: HEAD, name: 'Wren' },
  { id: HANDLER, name: 'Ilinca', locale: 'ro-RO' },
  { id: OTHER_HANDLER, name: 'Sorrel' },
  { id: AUDITOR, name: 'Rowan' },
  { id: MANAGEMENT, name: 'Hazel' },
  { id: ADMIN, name: 'Ada', isAdmin: true },
  { id: CLERK, name: 'Olive' },
  { id: TOMA, name: 'Toma', locale: 'ro-RO' },
  { id: JAY, name: 'Jay' },
  { id: ANA, name: 'Ana' },
];

export type OpenComplaints = Awaited<ReturnType<typeof openComplaints>>;

export { refusal };

/** What somebody was told or shown, as one text. */
export const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(textOf, (error: unknown) => refusal(Promise.reject(error)));

/** A desk over a real database, on a Monday at ten in Bucharest, with a clock that tests move. */
export async function openComplaints() {
  const database = await testDatabase();
  const { prisma } = database;
  let now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  const slackFiles = new Map<string, Uint8Array>();
  let letsDelete = true;
  const workspace = {
    ...{ permalink: async () => null, thread: async () => [], channel: async () => null, botUserId: () => 'U0BOT' },
    file: async (id: string) => slackFiles.get(id) ?? null,
    discardFile: async (id: string) => letsDelete && slackFiles.delete(id),
    presence: async () => new Map(),
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const office = createOffice({
    ...{ database, clock, workspace, outbox: outboxIn, keys: testKeys },
    afterCommit: () => undefined,
  });

  return {
    ...{ database, prisma, office, desk: complaints(office), slackFiles },
    now: () => now,
    at: (moment: string) => {
      now = Temporal.Instant.from(moment);
    },
    days(count: number) {
      now = now.add({ hours: 24 * count });
    },
    slackLetsDelete(lets: boolean) {
      letsDelete = lets;
    },
    work: <Done>(task: (desk: Complaints) => Promise<Done>) => office.transact(async (tx) => task(await openDesk(tx))),
    look: <Seen>(task: (desk: Reading) => Promise<Seen>) => office.read(async (tx) => task(await readingDesk(tx))),

    async begin(settings: Record<string, unknown> = {}) {
      await database.empty();
      now = Temporal.Instant.from('2026-11-23T08:00:00Z');
      slackFiles.clear();
      letsDelete = true;
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, ADMIN);
        await tx.settings.set(DESK, settings, ADMIN);
        await tx.staff.appoint(DESK, 'head', [HEAD]);
        await tx.staff.appoint(DESK, 'handler', [HANDLER, OTHER_HANDLER]);
        await tx.staff.appoint(DESK, 'auditor', [AUDITOR]);
        await tx.staff.appoint(DESK, 'management', [MANAGEMENT]);
        await tx.staff.appoint('accounting.payroll', 'officer', [CLERK]);
      });
    },

    /** Fills the form in and sends it; gives back the receipt, and the row's id. */
    async complain(by: string, typed: Record<string, unknown> = {}) {
      const form = shown(await command(this, by, null));
      const { accused = [], mode = 'named', kind = 'harassment', files = [], ...texts } = typed;
      const values = filled(form, { what: 'He shouts at everybody', kind: String(kind), ...(texts as object) });
      values.mode = { answer: { type: 'radio_buttons', selected_option: { value: String(mode) } } };
      values.accused = { answer: { type: 'multi_users_select', selected_users: accused as string[] } };
      values.fears = { answer: { type: 'checkboxes', selected_options: [] } };
      values.files = { answer: { type: 'file_input', files: files as { id: string; name: string }[] } };
      const before = new Set((await prisma.complaint.findMany()).map(({ id }) => id));
      const answer = await send(this, by, form, values);
      const row = (await prisma.complaint.findMany()).find(({ id }) => !before.has(id));
      const text = textOf(answer);
      const [receipt = ''] = /\d{4}-\d{4}-\d{4}-\d{4}/.exec(text) ?? [];
      return { id: row?.id ?? '', reference: row?.reference ?? '', receipt, text, form, values };
    },

    /** Everything that was said to somebody, in order. */
    async saidTo(id: string): Promise<string[]> {
      const rows = await prisma.letter.findMany({ where: { lane: id, kind: 'post' }, orderBy: { id: 'asc' } });
      return rows.map(({ payload }) => (payload as { text?: string }).text ?? '');
    },
  };
}
