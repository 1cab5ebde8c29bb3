import type { z } from 'zod';
import type { Desk } from '../interactions/desk.js';
import { refuse } from '../refusal.js';
import type { Channel, Message, Person } from '../state/state.js';
import type { Traffic } from '../traffic.js';
import { canSee } from '../workspace/channels.js';
import { findMessage } from '../workspace/messages.js';
import type { World } from '../world.js';

/** What a call of the page may touch. */
export interface Hands extends Desk {
  world: World;
  traffic: Traffic;
  delivery(): { kind: 'socket' | 'http'; connected: boolean };
  reset(): void;
}

export interface PageCall {
  run(hands: Hands, me: Person, given: unknown): object | Promise<object>;
}

/** One thing that a person can do at the page. */
export function pageCall<Shape extends z.ZodType>(
  shape: Shape,
  act: (hands: Hands, me: Person, request: z.infer<Shape>) => object | Promise<object>,
): PageCall {
  return {
    run(hands, me, given) {
      const read = shape.safeParse(given);
      return read.success ? act(hands, me, read.data) : refuse('invalid_arguments');
    },
  };
}

export function seenChannel(world: World, me: Person, id: string): Channel {
  const channel = world.state.channels[id];
  return channel && canSee(channel, me.id) ? channel : refuse('channel_not_found');
}

export function seenMessage(world: World, me: Person, channelId: string, ts: string): Message {
  const channel = seenChannel(world, me, channelId);
  const whisper = world.whispers.find(channel.id, ts);
  if (whisper?.only === me.id) return whisper;
  return findMessage(world, channel.id, ts) ?? refuse('message_not_found');
}
