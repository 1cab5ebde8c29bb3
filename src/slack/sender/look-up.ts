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
      files: z.array(z.looseObject({ id: z.string() })).optional(),
      metadata: z.object({ event_type: z.string().optional(), event_payload: z.unknown() }).optional(),
    }),
  ),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

type Message = z.output<typeof page>['messages'][number];

/** Edits, deletions and Home pages can be sent again without harm; what only one person sees leaves no trace. */
export async function lookUp(client: WebClient, outgoing: Outgoing, since: Temporal.Instant): Promise<Found> {
  if (outgoing.kind === 'change' || outgoing.kind === 'withdraw' || outgoing.kind === 'home') return 'absent';
  if (outgoing.kind === 'document' && !outgoing.uploads?.length) return 'absent';
  if (outgoing.kind !== 'post' && outgoing.kind !== 'document') return 'unknown';
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
  outgoing: Outgoing,
  since: Temporal.Instant,
): Promise<Found> {
  const oldest = String(since.epochMilliseconds / 1000 - LEEWAY_SECONDS);
  let cursor: string | undefined;
  for (let count = 0; count < PAGES_AT_MOST; count += 1) {
    const wanted = { channel, oldest, include_all_metadata: true, limit: 200, ...(cursor && { cursor }) };
    const answer = outgoing.threadTs
      ? await client.conversations.replies({ ...wanted, ts: outgoing.threadTs })
      : await client.conversations.history(wanted);
    const { messages, has_more, response_metadata } = page.parse(answer);
    const found = messages.find((message) => isIt(message, outgoing));
    if (found) return { found: { channel, ts: found.ts } };
    cursor = response_metadata?.next_cursor || undefined;
    if (!has_more || !cursor) return 'absent';
  }
  return 'unknown';
}

/** A message with a file takes no mark; the file's own id is as good. */
function isIt({ metadata, files = [] }: Message, { kind, mark, uploads = [] }: Outgoing): boolean {
  return kind === 'document' ? files.some(({ id }) => uploads.includes(id)) : markOf(metadata) === mark;
}

const markIn = z.object({ mark: z.string() });

function markOf(metadata: { event_type?: string | undefined; event_payload: unknown } | undefined): string | null {
  if (metadata?.event_type !== MARK_EVENT) return null;
  return markIn.safeParse(metadata.event_payload).data?.mark ?? null;
}
