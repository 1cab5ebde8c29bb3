import type { Workspace } from './workspace.js';

/** Slack writes ids alone where people saw `#general`. */
const bareChannel = /<#([A-Z0-9]+)\|?>/g;

/**
 * The text with each public channel's name in its mention, for whoever sees it outside of Slack's messages. Asks Slack, so
 * it belongs before a transaction. A private channel keeps its id: its name is for its members.
 */
export async function withChannelNames(workspace: Pick<Workspace, 'channel'>, mrkdwn: string): Promise<string> {
  const ids = [...new Set([...mrkdwn.matchAll(bareChannel)].map((match) => match[1] ?? ''))];
  const channels = await Promise.all(ids.map((id) => workspace.channel(id)));
  const names = new Map(
    channels.flatMap((channel) => (channel && !channel.isPrivate ? [[channel.id, channel.name]] : [])),
  );
  return mrkdwn.replace(bareChannel, (bare, id: string) => (names.get(id) ? `<#${id}|${names.get(id)}>` : bare));
}
