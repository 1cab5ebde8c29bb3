import type { ChannelView, ElementValue, PersonView } from '../protocol.js';
import { type Element, shownText } from './elements.js';

/** What a person fills in: text, a date, an option by what it shows, people and channels by name, several in a list. */
export type Filling = string | number | boolean | string[] | null;

/** Whom and what names mean. */
export interface Directory {
  people: PersonView[];
  channels: ChannelView[];
}

/** Options that the app offers to what is typed, for `external_select`. */
export type Suggest = (element: Element, query: string) => Promise<unknown[]>;

interface Option {
  text: unknown;
  value: string;
}

/** A value in Slack's shape, as the page would make it of what the person does. */
export async function valueFor(
  element: Element,
  filling: Filling,
  directory: Directory,
  suggest: Suggest,
): Promise<ElementValue> {
  const { type } = element;
  const one = filling === null ? null : String(filling);
  const many = filling === null ? [] : Array.isArray(filling) ? filling : [String(filling)];
  switch (type) {
    case 'datepicker':
      return { type, selected_date: one };
    case 'timepicker':
      return { type, selected_time: one };
    case 'datetimepicker':
      return { type, selected_date_time: filling === null ? null : momentOf(filling) };
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: one === null ? null : optionCalled(optionsOf(element), one) };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: many.map((name) => optionCalled(optionsOf(element), name)) };
    case 'external_select':
      return { type, selected_option: one === null ? null : optionCalled(await suggest(element, one), one) };
    case 'multi_external_select':
      return {
        type,
        selected_options: await Promise.all(many.map(async (name) => optionCalled(await suggest(element, name), name))),
      };
    case 'users_select':
      return { type, selected_user: one === null ? null : personCalled(directory, one) };
    case 'multi_users_select':
      return { type, selected_users: many.map((name) => personCalled(directory, name)) };
    case 'channels_select':
      return { type, selected_channel: one === null ? null : placeCalled(directory, one) };
    case 'multi_channels_select':
      return { type, selected_channels: many.map((name) => placeCalled(directory, name)) };
    case 'conversations_select':
      return { type, selected_conversation: one === null ? null : placeCalled(directory, one) };
    case 'multi_conversations_select':
      return { type, selected_conversations: many.map((name) => placeCalled(directory, name)) };
    case 'rich_text_input':
      return { type, rich_text_value: one === null ? null : richText(one) };
    case 'file_input':
      return { type, files: many.map((id) => ({ id })) };
    default:
      return { type, value: one };
  }
}

/** Seconds since 1970 as they are, or a moment that JavaScript reads, such as `2026-11-23T09:00Z`. */
const momentOf = (filling: Filling) =>
  typeof filling === 'number' ? filling : Math.floor(new Date(String(filling)).getTime() / 1000);

export function optionsOf(element: Element): unknown[] {
  const groups = (element.option_groups ?? []) as { options: unknown[] }[];
  return (element.options as unknown[] | undefined) ?? groups.flatMap((group) => group.options);
}

function optionCalled(options: unknown[], name: string): Option {
  const all = options as Option[];
  const text = (option: Option) => shownText(option.text);
  const found =
    all.find((option) => text(option) === name || option.value === name) ??
    all.find((option) => text(option).includes(name));
  if (found) return found;
  throw new Error(
    `No option is called "${name}". There is:\n${all.map((option) => `  ${text(option)} (${option.value})`).join('\n') || '  nothing'}`,
  );
}

export function personCalled({ people }: Directory, name: string): string {
  const bare = name.replace(/^@/, '').toLowerCase();
  const found = people.find((person) =>
    [person.id, person.name, person.real_name, person.profile.display_name].some((one) => one.toLowerCase() === bare),
  );
  if (found) return found.id;
  throw new Error(`Nobody is called "${name}". There is: ${people.map((person) => person.name).join(', ')}`);
}

export function placeCalled({ channels }: Directory, name: string): string {
  const bare = name.replace(/^#/, '');
  const found = channels.find((channel) => channel.id === bare || (channel.name !== '' && channel.name === bare));
  if (found) return found.id;
  throw new Error(
    `No channel is called "${name}". There is: ${channels.map((channel) => channel.name || channel.id).join(', ')}`,
  );
}

const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
