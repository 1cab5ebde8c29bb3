import type { Json } from '../../../protocol.js';
import { fold } from '../emoji/gather.js';
import { nameOf } from '../inline/nameOf.js';
import type { Names } from '../names.js';
import type { AnyElement } from '../values/slots.js';

/** One line of a select's list. */
export interface Choice {
  /** What makes it this one: the option's value or an id. */
  key: string;
  label: string;
  detail?: string;
  group?: string;
  /** What the value holds when it is chosen: an option, or an id. */
  content: unknown;
  face?: { image: string } | { icon: 'hash' | 'lock' };
}

interface LooseOption {
  text?: { text?: unknown };
  value?: unknown;
  description?: { text?: unknown };
}

const textOf = (object: { text?: unknown } | undefined): string =>
  typeof object?.text === 'string' ? object.text : '';

/** An option as a line of the list. */
export function toChoice(option: unknown, group?: string): Choice {
  const { text, value, description } = (option ?? {}) as LooseOption;
  const detail = textOf(description);
  return {
    key: String(value ?? ''),
    label: textOf(text),
    content: option,
    ...(detail ? { detail } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

/** Options and option groups, from an element or from the app's answer. */
export function toChoices(options: unknown, groups: unknown): Choice[] {
  const plain = Array.isArray(options) ? options.map((option: Json) => toChoice(option)) : [];
  const grouped = (Array.isArray(groups) ? groups : []).flatMap(
    (group: { label?: LooseOption['text']; options?: unknown }) =>
      Array.isArray(group.options) ? group.options.map((option) => toChoice(option, textOf(group.label))) : [],
  );
  return [...plain, ...grouped];
}

/** Those that have the words in them; those that begin with them come first within the same group. */
export function matching(choices: Choice[], query: string): Choice[] {
  const wanted = fold(query.trim());
  if (!wanted) return choices;
  return choices.filter(({ label, detail }) => fold(`${label} ${detail ?? ''}`).includes(wanted));
}

/** Everyone, or every conversation, that this element may hold. */
export function directory(element: AnyElement, names: Names): Choice[] {
  if (element.type.endsWith('users_select')) return peopleChoices(names);
  if (element.type.endsWith('channels_select'))
    return names
      .channels()
      .filter(isOpenChannel)
      .map((channel) => channelChoice(channel.id, names));
  return names
    .channels()
    .filter((channel) => !channel.is_archived && channel.is_member && included(element, channel, names))
    .map((channel) => channelChoice(channel.id, names));
}

type Channel = ReturnType<Names['channels']>[number];

const isOpenChannel = (channel: Channel): boolean =>
  !channel.is_im && !channel.is_mpim && !channel.is_private && !channel.is_archived;

const kindOf = (channel: Channel): string =>
  channel.is_im ? 'im' : channel.is_mpim ? 'mpim' : channel.is_private ? 'private' : 'public';

function included(element: AnyElement, channel: Channel, names: Names): boolean {
  const filter = element.filter as { include?: string[]; exclude_bot_users?: boolean } | undefined;
  if (filter?.include && !filter.include.includes(kindOf(channel))) return false;
  const isWithBot = channel.is_im && channel.members.some((id) => names.person(id)?.is_bot);
  return !(filter?.exclude_bot_users && isWithBot);
}

const peopleChoices = (names: Names): Choice[] =>
  names
    .people()
    .filter((person) => !person.deleted)
    .map((person) => personChoice(person.id, names))
    .sort((a, b) => a.label.localeCompare(b.label, names.locale));

/** A person by id; someone who left still has a name. */
export function personChoice(id: string, names: Names): Choice {
  const person = names.person(id);
  const label = nameOf(names, id) ?? id;
  const detail = person?.profile.title || (person && person.real_name !== label ? person.real_name : '');
  const image = person?.profile.image_72;
  return { key: id, label, content: id, ...(detail ? { detail } : {}), ...(image ? { face: { image } } : {}) };
}

export function channelChoice(id: string, names: Names): Choice {
  const channel = names.channel(id);
  if (channel?.is_im || channel?.is_mpim) {
    const others = channel.members.filter((member) => member !== names.me);
    const label = (others.length > 0 ? others : channel.members)
      .map((member) => nameOf(names, member) ?? member)
      .join(', ');
    return { ...personChoice(others[0] ?? names.me, names), key: id, label: label || id, content: id };
  }
  return { key: id, label: channel?.name ?? id, content: id, face: { icon: channel?.is_private ? 'lock' : 'hash' } };
}

/** What is chosen now, as lines. */
export function chosenChoices(element: AnyElement, content: unknown, names: Names): Choice[] {
  const list = Array.isArray(content) ? content : content ? [content] : [];
  if (element.type.endsWith('users_select')) return list.map((id) => personChoice(String(id), names));
  if (/(channels|conversations)_select$/.test(element.type)) return list.map((id) => channelChoice(String(id), names));
  return list.map((option) => toChoice(option));
}
