import type { Workspace } from './workspace.js';

/** Why nothing can be said in a channel: out of the bot's sight, archived, or the bot isn't in it; undefined: it can. */
export async function channelTrouble(
  workspace: Pick<Workspace, 'channel'>,
  id: string | null,
): Promise<'channelMissing' | 'channelArchived' | 'notInvited' | undefined> {
  const channel = id === null ? null : await workspace.channel(id);
  if (!channel) return 'channelMissing';
  if (channel.isArchived) return 'channelArchived';
  return channel.isMember ? undefined : 'notInvited';
}
