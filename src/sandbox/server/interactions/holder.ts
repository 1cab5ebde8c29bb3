import type { Container } from '../../protocol.js';
import { refuse } from '../refusal.js';
import { messageShape } from '../shapes/message.js';
import { viewShape } from '../shapes/view.js';
import type { Block, Message, StoredView, Values } from '../state/state.js';
import { canSee } from '../workspace/channels.js';
import { findMessage } from '../workspace/messages.js';
import { findView } from '../workspace/modals.js';
import { keptValues } from '../workspace/view-values.js';
import type { World } from '../world.js';
import { channelField } from './common.js';

/** What an element sits in: a message or a view, as far as this person has it before them. */
export type Holder = { type: 'message'; message: Message } | { type: 'view'; view: StoredView };

export function findHolder(world: World, user: string, container: Container): Holder {
  if (container.type === 'view') {
    const view = findView(world, { viewId: container.view_id });
    return view?.owner === user ? { type: 'view', view } : refuse('view_not_found');
  }
  const channel = world.state.channels[container.channel];
  if (!channel || !canSee(channel, user)) return refuse('channel_not_found');
  const whisper = world.whispers.find(channel.id, container.ts);
  const message = whisper?.only === user ? whisper : findMessage(world, channel.id, container.ts);
  return message ? { type: 'message', message } : refuse('message_not_found');
}

export function blocksIn(holder: Holder): Block[] {
  if (holder.type === 'view') return holder.view.blocks;
  const attached = (holder.message.attachments ?? []).flatMap((one) =>
    Array.isArray(one.blocks) ? (one.blocks as Block[]) : [],
  );
  return [...(holder.message.blocks ?? []), ...attached];
}

/** Notes what the person filled in, and returns the values of every input. */
export function noteValues(holder: Holder, values: Values): Values {
  if (holder.type === 'message') return keptValues(holder.message.blocks ?? [], values);
  holder.view.values = keptValues(holder.view.blocks, { ...holder.view.values, ...values });
  return holder.view.values;
}

/** The fields of a payload that say where the element sits. */
export function holderFields(world: World, user: string, holder: Holder, values: Values) {
  return holder.type === 'view' ? viewFields(world, holder.view) : messageFields(world, user, holder.message, values);
}

function viewFields(world: World, view: StoredView) {
  return { container: { type: 'view', view_id: view.id }, view: viewShape(world, view) };
}

function messageFields(world: World, user: string, message: Message, values: Values) {
  const channel = world.state.channels[message.channel];
  const isEphemeral = message.only !== undefined;
  const threadTs = message.threadTs ?? null;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(threadTs && { thread_ts: threadTs }),
    },
    ...(channel && { channel: channelField(channel) }),
    ...(!isEphemeral && { message: messageShape(world, message) }),
    state: { values },
    response_url: world.responseUrls.give('actions', {
      user,
      channel: message.channel,
      source: { ts: message.ts, threadTs, isEphemeral },
    }),
  };
}
