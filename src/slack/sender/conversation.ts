import type { WebClient } from '@slack/web-api';

const isPerson = (id: string): boolean => /^[UW]/.test(id);

/** A direct message keeps its id for ever, and asking for it is what Slack allows least often. */
const known = new WeakMap<WebClient, Map<string, string>>();
const KEPT_AT_MOST = 50_000;

/** The conversation's own id; for a person, that of the direct message with them. */
export async function conversationWith(client: WebClient, to: string): Promise<string> {
  if (!isPerson(to)) return to;
  const kept = known.get(client) ?? new Map<string, string>();
  known.set(client, kept);
  return kept.get(to) ?? keep(kept, to, await openWith(client, to));
}

function keep(kept: Map<string, string>, to: string, id: string): string {
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  kept.set(to, id);
  return id;
}

async function openWith(client: WebClient, to: string): Promise<string> {
  const opened = await client.conversations.open({ users: to });
  if (!opened.channel?.id) throw new Error('Slack opened no conversation');
  return opened.channel.id;
}
