import { Refusal, refuse } from '../refusal.js';
import type { Channel, Person } from '../state/state.js';
import { findChannel, isIn } from '../workspace/channels.js';
import type { World } from '../world.js';

const families: Record<'read' | 'history', Record<Channel['kind'], string>> = {
  read: { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' },
  history: { public: 'channels:history', private: 'groups:history', im: 'im:history', mpim: 'mpim:history' },
};

export const bot = (world: World) => world.state.app.botUserId;

/** A conversation that the app may know of. */
export function needChannel(world: World, id: string | undefined): Channel {
  return (
    (id === undefined || id === '' ? undefined : findChannel(world, id, bot(world))) ?? refuse('channel_not_found')
  );
}

export function needScope(world: World, scope: string): void {
  if (!world.manifest.scopes.has(scope)) throw missingScope(world, scope);
}

export function missingScope(world: World, needed: string): Refusal {
  return new Refusal('missing_scope', { needed, provided: [...world.manifest.scopes].join(',') });
}

/** A conversation of a kind that the app's scopes let it read. */
export function needReadable(world: World, id: string | undefined, family: 'read' | 'history'): Channel {
  const channel = needChannel(world, id);
  needScope(world, families[family][channel.kind]);
  return channel;
}

export function needMember(world: World, channel: Channel): void {
  if (!isIn(channel, bot(world))) refuse('not_in_channel');
}

export function needPerson(world: World, id: string | undefined, code = 'user_not_found'): Person {
  return (id === undefined ? undefined : world.state.people[id]) ?? refuse(code);
}

/** Which kinds of conversation were asked for, out of those that the app may read. */
export function kindsAsked(world: World, types: string | undefined): Set<Channel['kind']> {
  const names: Record<string, Channel['kind']> = {
    public_channel: 'public',
    private_channel: 'private',
    im: 'im',
    mpim: 'mpim',
  };
  const asked = (types || 'public_channel').split(',').map((type) => names[type.trim()] ?? refuse('invalid_types'));
  for (const kind of asked) needScope(world, families.read[kind]);
  return new Set(asked);
}
