import { z } from 'zod';
import { inOwnWords, refuse } from '../refusal.js';
import { newId } from '../state/ids.js';
import { postMessage } from '../workspace/messages.js';
import type { World } from '../world.js';
import { count, flag, stamp, text } from './args.js';
import { needPlace, threadRoot } from './chat.js';
import { contentArgs, isEmpty, readContent } from './content.js';
import { method } from './method.js';
import { nextPage, pageOf } from './pages.js';
import { bot, needChannel } from './reach.js';

const farthest = 120 * 24 * 3600;
const mostInFiveMinutes = 30;

const schedule = method(
  {
    name: 'chat.scheduleMessage',
    scopes: ['chat:write'],
    tier: 3,
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'no_text',
      'invalid_blocks',
      'invalid_blocks_format',
      'too_many_attachments',
      'markdown_text_conflict',
      'invalid_time',
      'time_in_past',
      'time_too_far',
      'restricted_action',
      'restricted_action_non_threadable_channel',
      'restricted_too_many',
      'invalid_metadata_format',
      'invalid_metadata_schema',
      'metadata_too_large',
    ],
    args: z.object({
      channel: text.optional(),
      post_at: text,
      thread_ts: stamp.nullish(),
      reply_broadcast: flag.optional(),
      ...contentArgs,
    }),
  },
  (world, args) => {
    const channel = inOwnWords({ messages_tab_disabled: 'restricted_action' }, () => needPlace(world, args.channel));
    const postAt = needTime(world, args.post_at);
    const content = readContent(args);
    if (isEmpty(content)) refuse('no_text');
    const near = world.state.scheduled.filter(
      (one) => one.channel === channel.id && Math.abs(one.postAt - postAt) < 300,
    );
    if (near.length >= mostInFiveMinutes) refuse('restricted_too_many');
    const message = {
      text: content.text ?? '',
      ...(content.blocks && { blocks: content.blocks }),
      ...inOwnWords({ cannot_reply_to_message: 'restricted_action_non_threadable_channel' }, () =>
        threadRoot(world, channel, args.thread_ts),
      ),
    };
    const id = newId('Q');
    // Slack takes a scheduled message with metadata, and then doesn't post it.
    if (!content.metadata)
      world.state.scheduled.push({ id, channel: channel.id, postAt, created: world.clock.seconds(), message });
    return {
      channel: channel.id,
      scheduled_message_id: id,
      post_at: postAt,
      message: {
        type: 'delayed_message',
        subtype: 'bot_message',
        bot_id: world.state.app.botId,
        text: message.text,
        ...(content.blocks && { blocks: content.blocks }),
      },
    };
  },
);

function needTime(world: World, given: string): number {
  const postAt = Number(given);
  if (!Number.isInteger(postAt)) refuse('invalid_time');
  if (postAt <= world.clock.seconds()) refuse('time_in_past');
  if (postAt > world.clock.seconds() + farthest) refuse('time_too_far');
  return postAt;
}

const unschedule = method(
  {
    name: 'chat.deleteScheduledMessage',
    scopes: ['chat:write'],
    tier: 3,
    errors: ['channel_not_found', 'invalid_scheduled_message_id'],
    args: z.object({ channel: text.optional(), scheduled_message_id: text }),
  },
  (world, args) => {
    const channel = needChannel(world, args.channel);
    const found = world.state.scheduled.find(
      (one) => one.id === args.scheduled_message_id && one.channel === channel.id,
    );
    // Within a minute of its time a message can't be called back.
    if (!found || found.postAt - world.clock.seconds() < 60) refuse('invalid_scheduled_message_id');
    world.state.scheduled = world.state.scheduled.filter((one) => one !== found);
    return {};
  },
);

const scheduledList = method(
  {
    name: 'chat.scheduledMessages.list',
    scopes: [],
    tier: 3,
    errors: ['invalid_channel', 'invalid_cursor'],
    args: z.object({
      channel: text.optional(),
      cursor: text.optional(),
      limit: count.default(100),
      latest: text.optional(),
      oldest: text.optional(),
    }),
  },
  (world, args) => {
    if (args.channel && !world.state.channels[args.channel]) refuse('invalid_channel');
    const all = world.state.scheduled
      .filter((one) => !args.channel || one.channel === args.channel)
      .filter((one) => !args.latest || one.postAt <= Number(args.latest))
      .filter((one) => !args.oldest || one.postAt >= Number(args.oldest));
    const { page, next } = pageOf(all, args.cursor, args.limit);
    const shape = page.map(({ id, channel, postAt, created, message }) => ({
      id,
      channel_id: channel,
      post_at: postAt,
      date_created: created,
      text: message.text,
    }));
    return { scheduled_messages: shape, ...nextPage(next) };
  },
);

/** Posts what is due by the workspace's clock. */
export function postDue(world: World): void {
  const due = world.state.scheduled.filter((one) => one.postAt <= world.clock.seconds());
  if (due.length === 0) return;
  world.state.scheduled = world.state.scheduled.filter((one) => !due.includes(one));
  for (const { channel, message } of due) {
    const place = world.state.channels[channel];
    if (place && !place.isArchived) postMessage(world, { channel, user: bot(world), byApp: true, ...message });
  }
}

export const scheduled = [schedule, unschedule, scheduledList];
