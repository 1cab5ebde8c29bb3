import { z } from 'zod';
import { hub } from '../../../../src/departments/office/hub/index.js';
import { modal } from '../../../../src/platform/blocks.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import type {
  ActionVisit,
  Answer,
  CommandVisit,
  Desk,
  EventVisit,
  FormVisit,
  StateValues,
  Visit,
} from '../../../../src/platform/doors/doors.js';
import type { Look, Office } from '../../../../src/platform/office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import type { Person } from '../../../../src/platform/people/person.js';
import { OFFICE, officeSettings } from '../../../../src/platform/settings/office-settings.js';
import { systemClock, Temporal } from '../../../../src/platform/time.js';
import { defineWords } from '../../../../src/platform/words/define.js';
import type { SlackChannel, SlackMessage, Workspace } from '../../../../src/platform/workspace.js';
import type { TestDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';

const sentences = {
  title: 'Till desk',
  about: 'Looks after tills & printers.',
  summary: 'Ask about a till',
  channel: 'Till channel',
  channelHint: 'Where cards go.',
  keeper: 'Keepers',
  keeperHint: 'Who mends tills.',
  lead: 'Leads',
  leadHint: 'Who is told when it is late.',
  more: 'Paper & drawers…',
  ask: 'Ask about a till',
  askAbout: 'Opens the till form.',
};
const romanian = { ...sentences, title: 'Serviciul case', about: 'Are grijă de case.', ask: 'Întreabă de o casă' };

const moreForm = modal({ callbackId: 'shop.tills.more', title: 'Paper and drawers', close: 'Close', blocks: [] });

/** What the till desk of these tests saw. */
interface Seen {
  texts: string[];
  changedBy: string[];
  /** The office's time zone, each time that the desk was told of a change. */
  zones: string[];
}

/** A desk that the hub has never heard of: all that it shows of it must come from this data. */
function tillDesk(seen: Seen): Desk {
  return {
    name: 'shop.tills',
    words: defineWords('shop.tills', { en: sentences, ro: romanian }),
    title: 'title',
    about: 'about',
    commands: [{ command: '/till', summary: 'summary', subcommands: [], otherwise: async () => undefined }],
    setup: {
      channels: [{ key: 'counter', label: 'channel', hint: 'channelHint' }],
      roles: [
        { role: 'keeper', label: 'keeper', hint: 'keeperHint' },
        { role: 'lead', label: 'lead', hint: 'leadHint', leads: true },
      ],
      more: { label: 'more', open: async () => ({ open: moreForm }) },
      changed: async (_tx, by) => void seen.changedBy.push(by),
    },
    officeChanged: async ({ settings }) => {
      seen.zones.push((await settings.get(OFFICE, officeSettings)).timeZone);
    },
    offers: [
      {
        label: 'ask',
        description: 'askAbout',
        open: async (_visit, text) => {
          seen.texts.push(text);
          return { say: { text: 'opened' } };
        },
      },
    ],
    openThings: async ({ person }) => (person.id === 'UANA' ? [{ text: 'Till 3 is frozen' }] : []),
  };
}

interface SlackSide {
  channels: Map<string, SlackChannel>;
  messages: SlackMessage[];
}

const workspaceOf = ({ channels, messages }: SlackSide): Workspace => ({
  permalink: async () => null,
  thread: async (channel, ts, limit = 50) =>
    messages.filter((said) => said.channel === channel && (said.ts === ts || said.threadTs === ts)).slice(0, limit),
  channel: async (id) => channels.get(id) ?? null,
  file: async () => null,
  discardFile: async () => false,
  presence: async () => new Map(),
  botUserId: () => 'UBOT',
});

interface Row {
  id: string;
  name: string;
  locale?: string;
  timeZone?: string;
  isAdmin?: boolean;
  isBot?: boolean;
  deactivatedAt?: Date;
  statusEmoji?: string;
}

const everybody: Row[] = [
  { id: 'UADA', name: 'Ada Admin', isAdmin: true, timeZone: 'Europe/London' },
  { id: 'URADU', name: 'Radu Administrator', isAdmin: true, locale: 'ro-RO', timeZone: 'Europe/Bucharest' },
  { id: 'UANA', name: 'Ana <Casier>', locale: 'ro-RO', timeZone: 'Europe/Bucharest' },
  { id: 'UBO', name: 'Bo Keeper', timeZone: 'Pacific/Auckland' },
  { id: 'UBEA', name: 'Bea Lead' },
  { id: 'UGONE', name: 'Gil Gone', deactivatedAt: new Date('2026-01-01T00:00:00Z') },
  { id: 'UAPP', name: 'Some App', isBot: true },
  { id: 'UBOT', name: 'Switchboard', isBot: true },
];

export const shopChannel: SlackChannel = {
  id: 'CSHOP',
  name: 'shop',
  isPrivate: false,
  isArchived: false,
  isMember: true,
};

export type Reception = Awaited<ReturnType<typeof openReception>>;

/** The hub over a real database, with one other desk and a Slack that has a few channels. */
export async function openReception(database: TestDatabase, at = '2026-07-30T09:00:00Z') {
  await database.empty();
  const syncedAt = new Date(at);
  await database.prisma.person.createMany({
    data: everybody.map((row) => ({ ...row, syncedAt, homeOpenedAt: syncedAt })),
  });
  let now = Temporal.Instant.from(at);
  const slack: SlackSide = { channels: new Map([[shopChannel.id, shopChannel]]), messages: [] };
  const seen: Seen = { texts: [], changedBy: [], zones: [] };
  const office: Office = createOffice({
    database,
    clock: { ...systemClock, now: () => now },
    workspace: workspaceOf(slack),
    outbox: outboxIn,
    keys: testKeys,
    afterCommit: () => undefined,
  });
  const desks = [tillDesk(seen)];
  const door = hub(office, desks);
  let requests = 0;

  const person = async (id: string): Promise<Person> => {
    const found = await office.read((look) => look.people.get(id));
    if (!found) throw new Error(`nobody is called ${id}`);
    return found;
  };
  const visitOf = async (id: string): Promise<Visit> => {
    const who = await person(id);
    requests += 1;
    return { person: who, language: who.language, now, key: `request-${requests}` };
  };

  return {
    office,
    desks,
    door,
    slack,
    seen,
    prisma: database.prisma,
    person,
    visitOf,
    moveTo: (instant: string) => {
      now = Temporal.Instant.from(instant);
    },
    /** Types `/backoffice …`. The router has cut off the subcommand. */
    command: async (id: string, name: string, text = ''): Promise<Answer | undefined> => {
      const [command] = door.commands ?? [];
      const run = command?.subcommands.find((one) => one.name === name)?.run ?? command?.otherwise;
      const visit: CommandVisit = { ...(await visitOf(id)), text, channel: { id: 'CSHOP' } };
      return run?.(visit);
    },
    press: async (id: string, actionId: string, more: Partial<ActionVisit> = {}): Promise<Answer | undefined> => {
      const visit: ActionVisit = {
        ...(await visitOf(id)),
        ...{ actionId, blockId: 'b', value: '', values: [], onHome: false },
        ...more,
      };
      return door.actions?.[actionId.split(':', 1)[0] ?? '']?.(visit);
    },
    submit: async (
      id: string,
      callbackId: string,
      values: StateValues,
      more: { privateMetadata?: string; key?: string } = {},
    ): Promise<Answer | undefined> => {
      const { privateMetadata = '', key } = more;
      const view = { id: 'V1', hash: 'h', callbackId, privateMetadata, values, blocks: [] };
      const visit: FormVisit = { ...(await visitOf(id)), ...(key && { key }), view };
      return door.forms?.[callbackId]?.(visit);
    },
    happen: async (event: EventVisit['event'], from: string | null, key = `Ev${++requests}`): Promise<boolean> => {
      const visit: EventVisit = { event, person: from ? await person(from) : null, now, key };
      return (await door.events?.[event.type]?.(visit)) ?? false;
    },
    look: <T>(task: (look: Look) => Promise<T>) => office.read(task),
    /** What lies in the outbox to be said, oldest first. */
    letters: async () => {
      const rows = await database.prisma.letter.findMany({ where: { kind: 'post' }, orderBy: { id: 'asc' } });
      return rows.map(({ lane, payload }) => ({ to: lane, ...saidIn(payload) }));
    },
    homesRedrawn: async () => {
      const rows = await database.prisma.letter.findMany({ where: { kind: 'home' }, orderBy: { id: 'asc' } });
      return rows.map(({ lane }) => lane.replace('home:', ''));
    },
  };
}

const said = z.object({ text: z.string(), blocks: z.array(z.unknown()).optional(), threadTs: z.string().optional() });
const saidIn = (payload: unknown) => said.parse(payload);

export const typed = (value: string | null) => ({ answer: { type: 'plain_text_input', value } });
export const picked = (value: string) => ({ answer: { type: 'static_select', selected_option: { value } } });
export const dated = (value: string | null) => ({ answer: { type: 'datepicker', selected_date: value } });
export const channelled = (id: string | null) => ({
  answer: { type: 'conversations_select', selected_conversation: id },
});
export const staffed = (ids: string[]) => ({ answer: { type: 'multi_users_select', selected_users: ids } });
