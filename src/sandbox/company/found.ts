import type { Manifest } from '../server/manifest.js';
import { stampOf } from '../server/state/clock.js';
import { idFromName, newId, newSecret } from '../server/state/ids.js';
import type { AppRecord, Channel, Message, Person, State } from '../server/state/state.js';
import { emptyChannel } from '../server/workspace/channels.js';
import { bare } from './bare.js';
import type { Company, Employee, Line, Room } from './company.js';
import { demo } from './demo.js';
import { momentIn } from './office-days.js';

const zones = { en: 'Europe/London', ro: 'Europe/Bucharest' };
const locales = { en: 'en-GB', ro: 'ro-RO' };

/** A new workspace with this company in it. The app keeps its tokens when there were some. */
export function found(kind: 'demo' | 'bare', manifest: Manifest, now: number, before: AppRecord | null): State {
  const company = kind === 'demo' ? demo : bare;
  const app = before ?? newApp(manifest);
  const created = Math.floor(now / 1000) - 400 * 24 * 3600;
  const people = [
    ...company.people.map((one) => employ(one, company, created)),
    botPerson(app, manifest, created),
    slackbot(created),
  ];
  const state: State = {
    version: 1,
    company: kind,
    opened: false,
    team: { id: idFromName('T', company.team.domain), ...company.team },
    app,
    clockOffset: 0,
    lastStamp: 0,
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    channels: Object.fromEntries(
      company.rooms.map((room) => furnish(room, company, app, created)).map((one) => [one.id, one]),
    ),
    messages: {},
    files: {},
    modals: {},
    homes: {},
    scheduled: [],
  };
  tell(state, company.talk, now);
  return state;
}

function newApp(manifest: Manifest): AppRecord {
  return {
    id: idFromName('A', manifest.name),
    botId: idFromName('B', manifest.name),
    botUserId: idFromName('U', `BOT${manifest.name}`),
    botToken: `xoxb-sandbox-${newSecret()}`,
    appToken: `xapp-sandbox-${newSecret()}`,
    signingSecret: newSecret(),
    verificationToken: newId('Q'),
  };
}

const userId = (name: string) => idFromName('U', name);

function employ(one: Employee, company: Company, created: number): Person {
  return {
    ...nobody(userId(one.name), one.name, one.realName, created),
    title: one.title,
    department: one.department,
    email: `${one.name}@${company.team.domain}.example`,
    manager: one.manager ? userId(one.manager) : null,
    tz: zones[one.language],
    locale: locales[one.language],
    color: one.color,
    isAdmin: one.isAdmin ?? false,
    isOwner: one.isOwner ?? false,
    presence: one.isAway ? 'away' : 'active',
  };
}

function nobody(id: string, name: string, realName: string, created: number): Person {
  return {
    id,
    name,
    realName,
    displayName: realName.split(' ')[0] ?? realName,
    title: '',
    department: '',
    email: '',
    phone: '',
    manager: null,
    tz: zones.en,
    locale: locales.en,
    color: '757575',
    isBot: false,
    isAdmin: false,
    isOwner: false,
    deleted: false,
    presence: 'active',
    dndUntil: 0,
    statusText: '',
    statusEmoji: '',
    statusExpiration: 0,
    updated: created,
  };
}

function botPerson(app: AppRecord, manifest: Manifest, created: number): Person {
  const handle = manifest.botName.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return { ...nobody(app.botUserId, handle, manifest.botName, created), isBot: true, color: '1f3a5f', displayName: '' };
}

/** Slack's own account. As in Slack, nothing in it says that it is a bot but its id. */
const slackbot = (created: number): Person => nobody('USLACKBOT', 'slackbot', 'Slackbot', created);

function furnish(room: Room, company: Company, app: AppRecord, created: number): Channel {
  const owner = company.people.find((one) => one.isOwner) ?? company.people[0];
  const creator = userId(owner?.name ?? '');
  const channel = emptyChannel(
    idFromName('C', room.name),
    room.isPrivate ? 'private' : 'public',
    room.name,
    creator,
    created,
  );
  const members = room.members ?? company.people.map((one) => one.name);
  return {
    ...channel,
    isGeneral: room.isGeneral ?? false,
    topic: { value: room.topic, creator, last_set: created },
    purpose: { value: room.purpose, creator, last_set: created },
    members: [...members.map(userId), ...(room.hasApp ? [app.botUserId] : [])],
  };
}

/** Writes the talk into the channels, with references to the people it names. */
function tell(state: State, talk: Line[], now: number): void {
  const roots = new Map<string, Message>();
  for (const channel of Object.values(state.channels)) state.messages[channel.id] = [];
  const dated = talk.map((line) => ({ line, moment: momentIn(line, now) }));
  for (const { line, moment } of dated.sort((one, other) => one.moment - other.moment)) {
    const message = messageOf(state, line, moment, roots);
    if (line.key) roots.set(line.key, message);
    state.messages[message.channel]?.push(message);
  }
  for (const channel of Object.values(state.channels)) {
    const newest = state.messages[channel.id]?.at(-1);
    if (newest) for (const member of channel.members) channel.lastRead[member] = newest.ts;
  }
}

function messageOf(state: State, line: Line, moment: number, roots: Map<string, Message>): Message {
  const micros = Math.max(moment * 1000, state.lastStamp + 1);
  state.lastStamp = micros;
  const root = line.answers ? roots.get(line.answers) : undefined;
  const message: Message = {
    ts: stampOf(micros),
    channel: idFromName('C', line.room),
    user: userId(line.from),
    byApp: false,
    text: line.text.replace(/@([a-z]+)/g, (_all, name: string) => `<@${userId(name)}>`),
    ...(root && { threadTs: root.ts }),
    ...(line.reactions && {
      reactions: Object.entries(line.reactions).map(([name, users]) => ({ name, users: users.map(userId) })),
    }),
  };
  if (root) {
    root.threadTs = root.ts;
    root.replies = [...(root.replies ?? []), { ts: message.ts, user: message.user }];
  }
  return message;
}
