import type { PersonView } from '../../protocol.js';
import { searchEmoji } from '../blocks/index.js';
import type { IconName } from '../parts/Icon.js';
import { appUser, rooms } from '../store/channels.js';
import { fullNameOf, nameOf, staff } from '../store/people.js';
import { app, t } from '../store/session.js';
import { rank, type Trigger } from '../text/completion.js';
import type { Pick } from '../text/slack.js';

/** One line of the completion list. */
export interface Candidate {
  id: string;
  title: string;
  /** What may follow it. */
  usage?: string;
  detail: string;
  lead: { person: PersonView } | { char: string } | { icon: IconName };
  inserted: string;
  pick?: Pick;
}

const most = 8;

/** What could be meant by the word under the caret. */
export function candidatesFor(trigger: Trigger, mayCommand: boolean): Candidate[] {
  if (trigger.kind === 'command') return mayCommand ? commands(trigger.query) : [];
  if (trigger.kind === 'person') return [...persons(trigger.query), ...everyone(trigger.query)].slice(0, most);
  if (trigger.kind === 'channel') return channelsLike(trigger.query);
  return searchEmoji(trigger.query, most).map(({ name, char }) => ({
    id: name,
    title: `:${name}:`,
    detail: '',
    lead: { char },
    inserted: `:${name}:`,
  }));
}

function commands(query: string): Candidate[] {
  const known = app.value?.commands ?? [];
  return rank(query, known, (command) => [command.command.slice(1)]).map((command) => ({
    id: command.command,
    title: command.command,
    usage: command.usage_hint,
    detail: [command.description, command.app].filter(Boolean).join(' · '),
    lead: { icon: 'bolt' },
    inserted: command.command,
  }));
}

function persons(query: string): Candidate[] {
  return rank(query, [...staff.value, ...appUser.value], (person) => [
    fullNameOf(person),
    nameOf(person),
    person.name,
  ]).map((person) => ({
    id: person.id,
    title: fullNameOf(person),
    detail: person.profile.title,
    lead: { person },
    inserted: `@${nameOf(person)}`,
    pick: { shown: `@${nameOf(person)}`, code: `<@${person.id}>` },
  }));
}

const everyone = (query: string): Candidate[] =>
  rank(query, ['here', 'channel'] as const, (name) => [name]).map((name) => ({
    id: name,
    title: `@${name}`,
    detail: t(`complete.${name}`),
    lead: { icon: 'people' },
    inserted: `@${name}`,
    pick: { shown: `@${name}`, code: `<!${name}>` },
  }));

const channelsLike = (query: string): Candidate[] =>
  rank(
    query,
    rooms.value.filter((room) => !room.is_archived),
    (room) => [room.name],
  )
    .slice(0, most)
    .map((room) => ({
      id: room.id,
      title: room.name,
      detail: room.topic || room.purpose,
      lead: { icon: room.is_private ? 'lock' : 'hash' },
      inserted: `#${room.name}`,
      pick: { shown: `#${room.name}`, code: `<#${room.id}>` },
    }));

/** The command that the text begins with, once its name is whole: its usage is shown while the rest is typed. */
export function commandBegun(text: string) {
  const word = /^(\/\S+)(?:\s|$)/.exec(text)?.[1];
  return word ? app.value?.commands.find((command) => command.command === word) : undefined;
}
