import type { Desk } from '../../../src/platform/doors/doors.js';
import type { PeopleMemory } from '../../../src/platform/people/memory.js';
import type { Person } from '../../../src/platform/people/person.js';
import type { PersonHeardOf } from '../../../src/platform/people/remember.js';
import { systemClock, Temporal } from '../../../src/platform/time.js';
import { connectSlack, type SlackConnection } from '../../../src/slack/connect.js';
import type { Log } from '../../../src/slack/log.js';
import { reachSlack, type SlackSettings } from '../../../src/slack/reach.js';
import type { Patience } from '../../../src/slack/router/reception.js';
import { SIGNING_SECRET, StubSlack } from './stub-slack.js';

/** People kept in memory: what the database does with them is tested where it is. */
export class Memory implements PeopleMemory {
  readonly people = new Map<string, PersonHeardOf & { syncedAt: Temporal.Instant }>();
  readonly openedBy: string[] = [];

  async find(id: string) {
    const known = this.people.get(id);
    return known ? { person: personOf(known), syncedAt: known.syncedAt } : null;
  }

  async remember(person: PersonHeardOf) {
    this.people.set(person.id, { ...this.people.get(person.id), ...person, syncedAt: Temporal.Now.instant() });
    return personOf(person);
  }

  async openedHome(id: string) {
    this.openedBy.push(id);
  }
}

const personOf = (person: PersonHeardOf): Person => ({
  id: person.id,
  name: person.name,
  email: person.email ?? null,
  language: person.locale?.startsWith('ro') ? 'ro' : 'en',
  timeZone: person.timeZone,
  managerId: person.managerId ?? null,
  title: person.title,
  department: person.department ?? null,
  isAdmin: person.isAdmin,
  isBot: person.isBot,
  deactivatedAt: person.deactivated ? Temporal.Now.instant() : null,
});

export const someone = (id: string, locale = 'en-GB'): PersonHeardOf => ({
  id,
  name: `Person ${id}`,
  locale,
  timeZone: 'Europe/Bucharest',
  title: null,
  isAdmin: false,
  isBot: false,
  deactivated: false,
  statusText: null,
  statusEmoji: null,
  statusUntil: null,
});

export interface Logged {
  level: string;
  fields: Record<string, unknown>;
  said: string;
}

export function logInto(lines: Logged[]): Log {
  const at =
    (level: string) =>
    (fields: object, said = '') =>
      void lines.push({ level, fields: { ...fields }, said });
  // How long each request took is told to whoever looks closely only.
  return { debug: () => undefined, info: at('info'), warn: at('warn'), error: at('error') } as Log;
}

export interface Opened {
  slack: StubSlack;
  people: Memory;
  lines: Logged[];
  connection: SlackConnection;
  /** Delivers in whichever way this connection listens. */
  deliver(type: string, payload: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export const settingsFor = (slack: StubSlack, mode: 'socket' | 'http'): SlackSettings =>
  mode === 'socket'
    ? { mode, botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.apiUrl }
    : { mode, botToken: 'xoxb-test', signingSecret: SIGNING_SECRET, apiUrl: slack.apiUrl };

/** The desks, opened to a Slack of our own, with Bolt in between. */
export async function openTo(
  desks: readonly Desk[],
  { mode = 'socket', ...options }: { mode?: 'socket' | 'http'; patience?: Partial<Patience>; port?: number } = {},
): Promise<Opened> {
  const slack = await StubSlack.open();
  const lines: Logged[] = [];
  const people = new Memory();
  const log = logInto(lines);
  const settings = settingsFor(slack, mode);
  const reach = await reachSlack(settings, log);
  const parts = { settings, reach, desks, people, clock: systemClock, log };
  const connection = await connectSlack({ ...parts, ...options });
  return {
    slack,
    people,
    lines,
    connection,
    deliver: async (type, payload) =>
      mode === 'socket'
        ? slack.overSocket(type, payload)
        : (await slack.overHttp(connection.port ?? 0, type, payload)).reply,
    close: async () => {
      await connection.stop(1_000);
      await slack.close();
    },
  };
}

/** Where certainly nobody listens: a port that was free a moment ago. */
export async function nobodysAddress(): Promise<string> {
  const slack = await StubSlack.open();
  const { apiUrl } = slack;
  await slack.close();
  return apiUrl;
}
