import { refuse } from '../refusal.js';
import { channelShape } from '../shapes/channel.js';
import type { Channel } from '../state/state.js';
import { isConversation } from '../workspace/channels.js';
import type { World } from '../world.js';
import { bot, missingScope, needChannel } from './reach.js';

export const manage = ['channels:manage', 'groups:write'];
export const nameErrors = [
  'invalid_name_required',
  'invalid_name_maxlength',
  'invalid_name_punctuation',
  'invalid_name_specials',
  'name_taken',
] as const;
export const wrongType = 'method_not_supported_for_channel_type';

/** A channel, not a direct message, whose kind the app may manage. */
export function needKept(
  world: World,
  id: string | undefined,
  scopes = { public: 'channels:manage', private: 'groups:write' },
): Channel {
  const channel = needChannel(world, id);
  if (isConversation(channel)) refuse(wrongType);
  const scope = channel.kind === 'public' ? scopes.public : scopes.private;
  if (!world.manifest.scopes.has(scope)) throw missingScope(world, scope);
  return channel;
}

export const shown = (world: World, channel: Channel) => ({ channel: channelShape(world, channel, bot(world)) });
