import { z } from 'zod';
import { canSee } from '../../workspace/channels.js';
import { isInChannel, messagesOf, threadOf } from '../../workspace/messages.js';
import { modalsOf } from '../../workspace/modals.js';
import { pageCall, seenChannel } from '../call.js';
import { appView, channelView, clockView, messageView, personView, viewView } from '../shapes.js';

const start = pageCall(z.object({}), ({ world, delivery }, me) => ({
  workspace: world.state.team,
  me: me.id,
  people: Object.values(world.state.people).map((person) => personView(world, person)),
  channels: Object.values(world.state.channels)
    .filter((channel) => canSee(channel, me.id))
    .map((channel) => channelView(world, channel, me.id)),
  app: appView(world, delivery()),
  clock: clockView(world),
  views: modalsOf(world, me.id).map(viewView),
}));

const history = pageCall(
  z.object({ channel: z.string(), before: z.string().optional(), limit: z.number().int().min(1).max(100).default(50) }),
  ({ world }, me, { channel: id, before, limit }) => {
    const channel = seenChannel(world, me, id);
    const all = messagesOf(world, channel.id).filter(
      (message) => isInChannel(message) && (!before || message.ts < before),
    );
    const page = all.slice(-limit).reverse();
    return { messages: page.map((message) => messageView(world, message)), has_more: all.length > page.length };
  },
);

const replies = pageCall(z.object({ channel: z.string(), ts: z.string() }), ({ world }, me, { channel: id, ts }) => {
  const channel = seenChannel(world, me, id);
  return { messages: threadOf(world, channel.id, ts).map((message) => messageView(world, message)) };
});

const mostFound = 50;

const search = pageCall(z.object({ query: z.string() }), ({ world }, me, { query }) => {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return { messages: [] };
  const found = Object.values(world.state.channels)
    .filter((channel) => canSee(channel, me.id))
    .flatMap((channel) =>
      messagesOf(world, channel.id).filter((message) => message.text.toLowerCase().includes(wanted)),
    )
    .sort((one, other) => (one.ts < other.ts ? 1 : -1));
  return { messages: found.slice(0, mostFound).map((message) => messageView(world, message)) };
});

export const reading = { start, history, replies, search };
