import { mkdir } from 'node:fs/promises';
import type { ModalView } from '@slack/types';
import {
  openDesk,
  type Reading,
  type Reports,
  readingDesk,
} from '../../../../src/departments/accounting/reports/desk.js';
import { reports } from '../../../../src/departments/accounting/reports/index.js';
import { DESK } from '../../../../src/departments/accounting/reports/ledger.js';
import { revenueReport } from '../../../../src/departments/accounting/reports/service/revenue.js';
import { sourcesOf } from '../../../../src/departments/accounting/reports/service/sources.js';
import { words } from '../../../../src/departments/accounting/reports/words.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import type { Desk } from '../../../../src/platform/doors/doors.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import type { ReportSource } from '../../../../src/platform/reports/report-source.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { createTimekeeper } from '../../../../src/platform/timers/timekeeper.js';
import { defineWords, type Words } from '../../../../src/platform/words/define.js';
import { testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { filled, send, shown, types, uploaded } from '../../../support/visits.js';

/** A bookkeeper. */
export const KIT = 'U0KIT';
/** A manager who sees revenue and cost; reads Romanian. */
export const OLIVE = 'U0OLIVE';
/** Somebody who leads nothing. */
export const JAY = 'U0JAY';
export const MANAGERS = 'C0MANAGERS';

const people = [
  { id: KIT, name: 'Kit' },
  { id: OLIVE, name: 'Olive', locale: 'ro-RO' },
  { id: JAY, name: 'Jay' },
];

/** A desk that tells what the test says, to whom the test says. */
export interface OtherDesk {
  readers: string[];
  fails: boolean;
  value: number;
  asked: (string | null)[];
}

const otherWords = { title: 'Visits', about: 'How many came.' };

export type OpenReports = Awaited<ReturnType<typeof openReports>>;

/** A desk over a real database, on a Thursday at ten in Bucharest. */
export async function openReports({ ledgerFolder }: { ledgerFolder?: string } = {}) {
  const database = await testDatabase();
  const { prisma } = database;
  const start = Temporal.Instant.from('2026-11-26T08:00:00Z');
  let now = start;
  const files = new Map<string, Uint8Array>();
  const slack = { isAway: false };
  const channels = new Map<string, { isMember: boolean; isArchived: boolean }>();
  const workspace = {
    ...{ permalink: async () => null, thread: async () => [], botUserId: () => 'U0BOT' },
    channel: async (id: string) => {
      if (slack.isAway) throw new Error('ECONNREFUSED');
      const channel = channels.get(id);
      return channel ? { id, name: 'managers', isPrivate: true, ...channel } : null;
    },
    file: async (id: string, largest: number) => {
      const bytes = files.get(id) ?? null;
      return bytes && bytes.byteLength > largest ? ('tooLarge' as const) : bytes;
    },
    ...{ discardFile: async () => false, presence: async () => new Map() },
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const office = createOffice({
    ...{ database, clock, workspace, outbox: outboxIn, keys: testKeys, ...(ledgerFolder && { ledgerFolder }) },
    afterCommit: () => undefined,
  });
  const other: OtherDesk = { readers: [], fails: false, value: 0, asked: [] };
  const visits = (more: Partial<ReportSource>): ReportSource => ({
    ...{ name: 'test.desk.visits', title: 'title', about: 'about' },
    mayRead: async (_look, id) => other.readers.includes(id),
    async tally(_look, { readerId }) {
      other.asked.push(readerId);
      if (other.fails) throw new TypeError('the secret of the other desk');
      const unit = { is: 'count' } as const;
      const measure = {
        key: 'visits',
        label: 'Visits',
        unit,
        better: 'more',
        value: other.value,
        isDrawn: true,
      } as const;
      return { isEmpty: other.value === 0, measures: [measure], rows: [], notes: [] };
    },
    ...more,
  });
  const elsewhere = {
    words: defineWords('test.desk', { en: otherWords, ro: otherWords }) as Words,
    reports: [
      visits({}),
      visits({ name: 'test.desk.private', isPrivate: true }),
      visits({ name: 'test.desk.yearly', isPrivate: true, isYearly: true }),
    ],
  };
  const desk = reports(office, [elsewhere as unknown as Desk]);
  const sources = sourcesOf([{ words: words as Words, reports: [revenueReport] }, elsewhere]);
  const work = <Done>(task: (at: Reports) => Promise<Done>) =>
    office.transact(async (tx) => task(await openDesk(tx, sources)));
  const open = { office, desk, now: () => now };

  return {
    slack,
    ...{ ...open, database, prisma, files, channels, other, work, sources },
    look: <Seen>(task: (at: Reading) => Promise<Seen>) =>
      office.read(async (tx) => task(await readingDesk(tx, sources))),
    at(moment: string) {
      now = Temporal.Instant.from(moment);
    },

    pass(seconds: number) {
      now = now.add({ seconds });
    },
    makeFolder: (folder: string) => mkdir(folder, { recursive: true }),

    async begin(settings: Record<string, unknown> = {}) {
      await database.empty();
      now = start;
      files.clear();
      channels.clear();
      slack.isAway = false;
      channels.set(MANAGERS, { isMember: true, isArchived: false });
      Object.assign(other, { readers: [], fails: false, value: 0, asked: [] });
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, KIT);
        await tx.settings.set(DESK, { currency: 'RON', ...settings }, KIT);
        await tx.staff.appoint(DESK, 'keeper', [KIT]);
        await tx.staff.appoint(DESK, 'reader', [OLIVE]);
      });
    },

    /** A table uploaded in Slack, up to the form that follows. */
    async uploads(text: string | Uint8Array, { by = KIT, kind = 'actual', form }: Uploading = {}): Promise<ModalView> {
      const id = `F${files.size + 1}`;
      files.set(id, typeof text === 'string' ? new TextEncoder().encode(text) : text);
      const asked = form ?? shown(await types(open, by, 'upload'));
      const chosen = form ? {} : { kind: { answer: { type: 'radio_buttons', selected_option: { value: kind } } } };
      const answer = await send(open, by, asked, { ...uploaded(id), ...chosen });
      return shown(answer);
    },
    /** Through the columns as they were guessed, and the preview, until it counts. */
    async takes(text: string, more: Uploading = {}): Promise<void> {
      const { by = KIT } = more;
      let view = await this.uploads(text, more);
      if (view.callback_id === `${DESK}.map-form`) view = shown(await send(open, by, view, filled(view, {})));
      await send(open, by, view, {});
    },

    /** What is due is sent, as each replica does it each second. */
    async ticks(replicas = 1, warnings = 0) {
      const warned: string[] = [];
      const log = { warn: (_fields: object, said = '') => void warned.push(said) };
      const keepers = Array.from({ length: replicas }, () =>
        createTimekeeper({ office, timers: desk.timers ?? [], clock, log }),
      );
      await Promise.all(keepers.map((keeper) => keeper.runDue()));
      expect(warned).toEqual(Array.from({ length: warnings }, () => 'a report could not be worked out'));
    },
    letters: async (to?: string) => {
      const rows = await prisma.letter.findMany({ ...(to && { where: { lane: to } }), orderBy: { id: 'asc' } });
      return rows.map(({ kind, lane, payload }) => ({
        kind,
        to: lane,
        ...(payload as { text?: string; blocks?: unknown[] }),
      }));
    },
    close: () => database.close(),
  };
}

interface Uploading {
  by?: string;
  kind?: string;
  form?: ModalView;
}
