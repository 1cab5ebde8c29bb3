import { readingDesk as hoursDesk } from '../src/departments/accounting/timesheets/desk.js';
import { lookAtSheet } from '../src/departments/accounting/timesheets/service/look.js';
import { lookAtTeam } from '../src/departments/accounting/timesheets/service/team.js';
import { readingDesk } from '../src/departments/it/help-desk/desk.js';
import { listTickets, seeTicket } from '../src/departments/it/help-desk/service/look.js';
import { auditHead } from '../src/platform/audit/head.js';
import type { Look } from '../src/platform/office.js';
import { Temporal } from '../src/platform/time.js';
import { personNamed } from './history-rows.js';

/** What people and the clock look up all day, each by the very code that does it for them. */
export interface HistoryLook {
  name: string;
  /** `turn` counts up, so that not always the same is asked for. */
  look: (at: Look, turn: number) => Promise<unknown>;
}

const technician = personNamed(3);
const today = Temporal.PlainDate.from('2026-11-27');
const list =
  (name: 'queue' | 'assigned' | 'late' | 'solved' | 'ownAll', by: (turn: number) => string) =>
  async (at: Look, turn: number) =>
    listTickets(await readingDesk(at), by(turn), { list: name, queue: '', query: '', page: 0 });
const search = (query: (turn: number) => string, by: string) => async (at: Look, turn: number) =>
  listTickets(await readingDesk(at), by, { list: 'search', queue: '', query: query(turn), page: 0 });

export const historyLooks: readonly HistoryLook[] = [
  { name: 'list: what is open', look: list('queue', () => technician) },
  { name: 'list: what a technician has', look: list('assigned', () => technician) },
  { name: 'list: what is late', look: list('late', () => technician) },
  { name: 'list: what was solved lately', look: list('solved', () => technician) },
  { name: 'list: what somebody asked for', look: list('ownAll', (turn) => personNamed(100 + turn)) },
  {
    name: 'a ticket with its history',
    look: async (at, turn) => seeTicket(await readingDesk(at), 1 + turn, technician),
  },
  { name: 'search: a rare word', look: search(() => 'zeppelin', technician) },
  { name: 'search: a word and a number', look: search((turn) => `printer ${turn * 8 + 1}`, technician) },
  { name: 'search: words that every text has', look: search(() => 'please answer', technician) },
  {
    name: 'search: solved ones like this text',
    look: async (at) => (await readingDesk(at)).search.solvedLike('my printer does not answer', 3, true),
  },
  { name: 'the clock: targets near or late', look: async (at) => (await readingDesk(at)).clock.alarms() },
  { name: 'the clock: questions and closings', look: async (at) => due(await readingDesk(at)) },
  {
    name: 'a timesheet',
    look: async (at, turn) =>
      lookAtSheet(await hoursDesk(at), personNamed(turn), { ownerId: personNamed(turn), day: today }),
  },
  {
    name: 'a manager’s team of ten',
    look: async (at, turn) => {
      const manager = await at.people.get(personNamed(turn % 50));
      return manager && lookAtTeam(await hoursDesk(at), manager, today);
    },
  },
  { name: 'the record: its head', look: (at) => auditHead(at.db) },
  {
    name: 'the record: of one ticket',
    look: (at, turn) =>
      at.db.auditEntry.findMany({ where: { object: `it.help-desk/${turn + 1}` }, orderBy: { seq: 'desc' } }),
  },
];

const due = async ({ clock }: Awaited<ReturnType<typeof readingDesk>>) => [
  await clock.toRemind(),
  await clock.toClose(),
];
