import type { KnownBlock, ModalView } from '@slack/types';
import { section } from '../../platform/blocks.js';
import type { StateValue, StateValues } from '../../platform/doors/doors.js';
import type { ViewPayload } from '../wire/payloads.js';

const BANNER = 'switchboard.banner';

/** The form once more, with a sentence on top and with everything that was typed and chosen still in it. */
export function withBanner(view: ViewPayload, sentence: string): ModalView {
  const banner: KnownBlock = { ...section(`:warning: ${sentence}`), block_id: BANNER };
  const rest = view.blocks
    .filter((block) => block.block_id !== BANNER)
    .map((block) => refill(block, view.state.values));
  return { ...frameOf(view), blocks: [banner, ...rest].slice(0, 100) };
}

/** A view as it comes in holds more than a view that goes out may. */
function frameOf(view: ViewPayload): Omit<ModalView, 'blocks'> {
  return {
    type: 'modal',
    title: view.title ?? { type: 'plain_text', text: ' ' },
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    ...(view.notify_on_close && { notify_on_close: true }),
    ...(view.clear_on_close && { clear_on_close: true }),
  };
}

function refill(block: KnownBlock, values: StateValues): KnownBlock {
  const typed = values[block.block_id ?? ''];
  if (!typed) return block;
  if (block.type === 'input') return { ...block, element: fill(block.element, typed) };
  if (block.type === 'actions') return { ...block, elements: block.elements.map((element) => fill(element, typed)) };
  if (block.type === 'section' && block.accessory) return { ...block, accessory: fill(block.accessory, typed) };
  return block;
}

function fill<Element extends { type: string }>(element: Element, typed: Record<string, StateValue>): Element {
  const id = 'action_id' in element && typeof element.action_id === 'string' ? element.action_id : '';
  const value = typed[id];
  if (!value) return element;
  const kept = Object.entries(element).filter(([name]) => !name.startsWith('initial_'));
  return { ...Object.fromEntries(kept), ...initialOf(element.type, value) } as Element;
}

/** Which field of an element holds what it starts with. Empty ones are left out: Slack refuses empty lists. */
function initialOf(type: string, value: StateValue): Record<string, unknown> {
  const initial: Record<string, unknown> = {
    initial_value: type === 'rich_text_input' ? value.rich_text_value : value.value,
    initial_option: value.selected_option,
    initial_options: value.selected_options,
    initial_user: value.selected_user,
    initial_users: value.selected_users,
    initial_channel: value.selected_channel,
    initial_channels: value.selected_channels,
    initial_conversation: value.selected_conversation,
    initial_conversations: value.selected_conversations,
    initial_date: value.selected_date,
    initial_time: value.selected_time,
    initial_date_time: value.selected_date_time,
  };
  return Object.fromEntries(Object.entries(initial).filter(([, chosen]) => isThere(chosen)));
}

const isThere = (chosen: unknown): boolean =>
  chosen !== undefined && chosen !== null && chosen !== '' && !(Array.isArray(chosen) && chosen.length === 0);

/** The input blocks of a form: only at these does Slack show an error. */
export const inputsOf = (view: ViewPayload): Set<string> =>
  new Set(view.blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : [])));
