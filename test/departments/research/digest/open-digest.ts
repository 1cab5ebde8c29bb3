import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Digest, openDesk, type Reading, readingDesk } from '../../../../src/departments/research/digest/desk.js';
import { DESK } from '../../../../src/departments/research/digest/feed.js';
import { digest } from '../../../../src/departments/research/digest/index.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { createTimekeeper } from '../../../../src/platform/timers/timekeeper.js';
import { Web } from '../../../../src/platform/web/fetch.js';
import { testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal } from '../../../support/visits.js';

/** An editor. */
export const LINDEN = 'U0LINDEN';
export const TOMA = 'U0TOMA';
export const CHANNEL = 'C0DIGEST';

const people = [
  { id: LINDEN, name: 'Linden' },
  { id: TOMA, name: 'Toma', locale: 'ro-RO' },
];

export { refusal };

export interface Entry {
  title: string;
  link?: string;
  guid?: string;
  at?: string;
  summary?: string;
}

/** A feed as a server would send it. */
export const rss = (title: string, entries: readonly Entry[]): string => {
  const items = entries.map(
    ({ title: said, link = '', guid = link || said, at = '2026-11-26T05:00:00Z', summary = '' }) =>
      `<item><title>${said}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid><pubDate>${at}</pubDate><description>${summary}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
};

type Page = string | ((response: ServerResponse, headers: Record<string, unknown>) => void);

export type OpenDigest = Awaited<ReturnType<typeof openDigest>>;

/** A desk over a real database and a server of its own, on a Thursday at eight in Bucharest. */
export async function openDigest() {
  const database = await testDatabase();
  const { prisma } = database;
  const start = Temporal.Instant.from('2026-11-26T06:00:00Z');
  let now = start;
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages.get(request.url ?? '');
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'string') response.end(page);
    else page(response, request.headers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const web = new Web(new Set([host]));
  const workspace = {
    ...{ permalink: async () => null, thread: async () => [], channel: async () => null, botUserId: () => 'U0BOT' },
    file: async (id: string) => files.get(id) ?? null,
    ...{ discardFile: async () => false, presence: async () => new Map() },
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const office = createOffice({
    ...{ database, clock, workspace, outbox: outboxIn, keys: testKeys, web },
    afterCommit: () => undefined,
  });
  const desk = digest(office);
  const work = <Done>(task: (at: Digest) => Promise<Done>) => office.transact(async (tx) => task(await openDesk(tx)));

  return {
    ...{ database, prisma, office, desk, pages, asked, files, work },
    now: () => now,
    url: (path: string) => `http://${host}${path}`,
    at(moment: string) {
      now = Temporal.Instant.from(moment);
    },
    pass(minutes: number) {
      now = now.add({ minutes });
    },
    look: <Seen>(task: (at: Reading) => Promise<Seen>) => office.read(async (tx) => task(await readingDesk(tx))),

    async begin(settings: Record<string, unknown> = {}) {
      await database.empty();
      now = start;
      pages.clear();
      asked.length = 0;
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, LINDEN);
        await tx.settings.set(DESK, { channel: CHANNEL, currencies: [], ...settings }, LINDEN);
        await tx.staff.appoint(DESK, 'editor', [LINDEN]);
      });
    },

    async addFeed(path: string, topic = 'market') {
      const feed = await work((at) =>
        at.feeds.add({ url: `http://${host}${path}`, title: path, siteUrl: null, topic, addedById: LINDEN }),
      );
      if (!feed) throw new Error('it is there already');
      return feed.id;
    },
    /** Reads every feed whose turn it is. */
    async read() {
      const warned: unknown[] = [];
      const log = { warn: (...told: unknown[]) => void warned.push(told) };
      const timers = (desk.timers ?? []).filter(({ name }) => name.endsWith('.read'));
      await createTimekeeper({ office, timers, clock, log }).runDue();
      if (warned.length > 0) throw new Error(JSON.stringify(warned));
    },
    async runJob(name: string) {
      const job = desk.jobs?.find((one) => one.name === `${DESK}.${name}`);
      if (!job) throw new Error(`there is no job ${name}`);
      await office.transact((tx) => job.run(tx, { dueAt: now, now }));
    },
    async saidTo(lane: string): Promise<string[]> {
      const rows = await prisma.letter.findMany({ where: { lane, kind: 'post' }, orderBy: { id: 'asc' } });
      return rows.map(({ payload }) => JSON.stringify(payload));
    },
    async close() {
      await web.close();
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}
