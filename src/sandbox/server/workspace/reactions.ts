import type { Message } from '../state/state.js';
import { announce, type World } from '../world.js';

export const hasReacted = (message: Message, user: string, name: string) =>
  message.reactions?.some((reaction) => reaction.name === name && reaction.users.includes(user)) ?? false;

export function react(world: World, message: Message, user: string, name: string): void {
  const reactions = message.reactions ?? [];
  const same = reactions.find((reaction) => reaction.name === name);
  if (same) same.users.push(user);
  else reactions.push({ name, users: [user] });
  message.reactions = reactions;
  announce(world, { type: 'reaction', message, user, name, added: true });
}

export function unreact(world: World, message: Message, user: string, name: string): void {
  const left = (message.reactions ?? [])
    .map((reaction) =>
      reaction.name === name ? { name, users: reaction.users.filter((one) => one !== user) } : reaction,
    )
    .filter((reaction) => reaction.users.length > 0);
  if (left.length > 0) message.reactions = left;
  else delete message.reactions;
  announce(world, { type: 'reaction', message, user, name, added: false });
}

/** `+1`, `tada`, `wave::skin-tone-3`, and pictures that a workspace added. */
export const isReactionName = (name: string) => /^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u.test(name);
