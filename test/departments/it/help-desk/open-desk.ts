import { type HelpDesk, openDesk, type Reading, readingDesk } from '../../../../src/departments/it/help-desk/desk.js';
import { helpDesk } from '../../../../src/departments/it/help-desk/index.js';
import { type Request, raiseTicket } from '../../../../src/departments/it/help-desk/service/raise.js';
import { DESK } from '../../../../src/departments/it/help-desk/ticket.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import type { SlackChannel, SlackMessage, Workspace } from '../../../../src/platform/workspace.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal } from '../../../support/visits.js';

export const TRIAGE = 'C0TRIAGE';
export const ELENA = 'U0ELENA';
export const RADU = 'U0RADU';
export const MARA = 'U0MARA';
export const TUDOR = 'U0TUDOR';
export const LEAD = 'U0LEAD';
export const BOSS = 'U0BOSS';
export const ADMIN = 'U0ADMIN';

/** Elena asks in Romanian; Mara and Tudor are technicians; the lead has a manager. */
const people = [
  { id: ELENA, name: 'Elena', locale: 'ro-RO' },
  { id: RADU, name: 'Radu & <co>' },
  { id: MARA, name: 'Mara' },
  { id: TUDOR, name: 'Tudor' },
  { id: LEAD, name: 'Lia', managerId: BOSS },
  { id: BOSS, name: 'Bogdan' },
  { id: ADMIN, name: 'Ada', isAdmin: true },
];

const aRequest: Request = { text: 'Till 3 is frozen', category: 'till', priority: 'normal', behalfOfId: null };

/** A letter as it lies in the outbox. */
export interface Posted {
  kind: string;
  to: string;
  once: string;
  target: string | null;
  text: string;
  blocks: string;
}

export type OpenDesk = Awaited<ReturnType<typeof openTestDesk>>;

export { refusal };

/** Much quicker than to empty every table; only the audit stays, since it refuses to be emptied. */
async function forgetEverything(prisma: TestDatabase['prisma']): Promise<void> {
  await prisma.article.deleteMany();
  await prisma.ticket.deleteMany();
  await prisma.ticketQueue.deleteMany();
  await prisma.ticketDraft.deleteMany();
  await prisma.cannedReply.deleteMany();
  await prisma.letter.deleteMany();
  await prisma.incoming.deleteMany();
  await prisma.setting.deleteMany();
  await prisma.person.deleteMany();
}

/** A desk over a real database, on a Monday at ten in Bucharest, with a clock that tests move. */
export async function openTestDesk() {
  const database: TestDatabase = await testDatabase();
  const { prisma } = database;
  let now = Temporal.Instant.from('2026-03-02T08:00:00Z');
  const threads = new Map<string, SlackMessage[]>();
  const channels = new Map<string, SlackChannel>();
  const workspace: Workspace = {
    permalink: async (channel, ts) => `https://example.test/${channel}/${ts}`,
    thread: async (channel, ts) => threads.get(`${channel}/${ts}`) ?? [],
    channel: async (id) => channels.get(id) ?? null,
    file: async () => null,
    discardFile: async () => false,
    presence: async () => new Map(),
    botUserId: () => 'U0BOT',
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const parts = { database, clock, workspace, outbox: outboxIn, keys: testKeys };
  const office = createOffice({ ...parts, afterCommit: () => undefined });

  const work = <Done>(task: (desk: HelpDesk) => Promise<Done>) =>
    office.transact(async (tx) => task(await openDesk(tx)));

  return {
    database,
    office,
    threads,
    channels,
    desk: helpDesk(office),
    work,
    look: <Seen>(task: (desk: Reading) => Promise<Seen>) => office.read(async (tx) => task(await readingDesk(tx))),
    raise: (by = ELENA, request: Partial<Request> = {}) =>
      work((desk) => raiseTicket(desk, by, { ...aRequest, ...request })),
    ticket: async (number: number) => {
      const ticket = await office.read(async (tx) => (await readingDesk(tx)).tickets.get(number));
      if (!ticket) throw new Error(`no ticket ${number}`);
      return ticket;
    },

    now: () => now,
    at: (moment: string) => {
      now = Temporal.Instant.from(moment);
    },
    later: (minutes: number) => {
      now = now.add({ minutes });
    },

    /** Empties the office and opens it again, staffed, with or without a channel for its cards. */
    async begin({
      triage = TRIAGE as string | null,
      staffed = true,
      ...settings
    }: Record<string, unknown> & { triage?: string | null; staffed?: boolean } = {}) {
      await forgetEverything(prisma);
      now = Temporal.Instant.from('2026-03-02T08:00:00Z');
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, ADMIN);
        await tx.settings.set(DESK, { triage, ...settings }, ADMIN);
        if (!staffed) return;
        await tx.staff.appoint(DESK, 'technician', [MARA, TUDOR]);
        await tx.staff.appoint(DESK, 'lead', [LEAD]);
      });
    },

    /** Everything that is to be said, in order, without redrawn homes. */
    async posted(): Promise<Posted[]> {
      const rows = await prisma.letter.findMany({
        where: { kind: { not: 'home' }, state: { not: 'dropped' } },
        orderBy: { id: 'asc' },
      });
      return rows.map(({ kind, lane, once, target, payload }) => {
        const { text = '', blocks = [] } = payload as { text?: string; blocks?: unknown[] };
        return { kind, to: lane, once, target, text, blocks: JSON.stringify(blocks) };
      });
    },

    /** Says that a letter was delivered, and where it stands now. */
    async delivered(once: string, channel: string, ts: string) {
      await prisma.letter.update({ where: { once }, data: { state: 'sent', channel, ts } });
    },
  };
}
