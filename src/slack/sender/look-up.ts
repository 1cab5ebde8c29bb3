import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Carrier, Outgoing } from '../../platform/outbox/outbox.js';
import type { Temporal } from '../../platform/time.js';
import { troubleOf } from '../trouble.js';
import { conversationWith } from './conversation.js';
import { MARK_EVENT } from './messages.js';

type Found = Awaited<ReturnType<Carrier['lookUp']>>;

const PAGES_AT_MOST = 5;
/** Slack's clock and ours may differ. */
const LEEWAY_SECONDS = 60;

const page = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z.object({ event_type: z.string().optional(), event_payload: z.unknown() }).optional(),
    }),
  ),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Edits, deletions and Home pages can be sent again without harm; what only one person sees leaves no trace. */
export async function lookUp(client: WebClient, outgoing: Outgoing, since: Temporal.Instant): Promise<Found> {
  if (outgoing.kind === 'change' || outgoing.kind === 'withdraw' || outgoing.kind === 'home') return 'absent';
  if (outgoing.kind !== 'post') return 'unknown';
  try {
    const channel = await conversationWith(client, outgoing.channel);
    return await searchHistory(client, channel, outgoing, since);
  } catch (error) {
    if (troubleOf(error).kind !== 'refused') throw error;
    return 'unknown';
  }
}

async function searchHistory(
  client: WebClient,
  channel: string,
  { mark, threadTs }: Outgoing,
  since: Temporal.Instant,
): Promise<Found> {
  const oldest = String(since.epochMilliseconds / 1000 - LEEWAY_SECONDS);
  let cursor: string | undefined;
  for (let count = 0; count < PAGES_AT_MOST; count += 1) {
    const wanted = { channel, oldest, include_all_metadata: true, limit: 200, ...(cursor && { cursor }) };
    const answer = threadTs
      ? await client.conversations.replies({ ...wanted, ts: threadTs })
      : await client.conversations.history(wanted);
    const { messages, has_more, response_metadata } = page.parse(answer);
    const found = messages.find(({ metadata }) => markOf(metadata) === mark);
    if (found) return { found: { channel, ts: found.ts } };
    cursor = response_metadata?.next_cursor || undefined;
    if (!has_more || !cursor) return 'absent';
  }
  return 'unknown';
}

const markIn = z.object({ mark: z.string() });

function markOf(metadata: { event_type?: string | undefined; event_payload: unknown } | undefined): string | null {
  if (metadata?.event_type !== MARK_EVENT) return null;
  return markIn.safeParse(metadata.event_payload).data?.mark ?? null;
}
