import type { WebClient } from '@slack/web-api';

const isPerson = (id: string): boolean => /^[UW]/.test(id);

/** The conversation's own id; for a person, that of the direct message with them. */
export async function conversationWith(client: WebClient, to: string): Promise<string> {
  if (!isPerson(to)) return to;
  const opened = await client.conversations.open({ users: to });
  if (!opened.channel?.id) throw new Error('Slack opened no conversation');
  return opened.channel.id;
}
