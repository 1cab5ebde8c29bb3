import { z } from 'zod';
import { json } from '../api/args.js';
import { type Content, isEmpty, readContent } from '../api/content.js';
import { Refusal } from '../refusal.js';
import { deleteMessage, editMessage, findMessage, postMessage } from '../workspace/messages.js';
import type { ResponseUrl } from '../workspace/response-urls.js';
import type { World } from '../world.js';

/** What an app may send to a `response_url`, or in the acknowledgement of a command. */
const answer = z.object({
  text: z.string().nullish(),
  blocks: json.optional(),
  attachments: json.optional(),
  metadata: json.optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).catch('ephemeral'),
  replace_original: z.coerce.boolean().catch(false),
  delete_original: z.coerce.boolean().catch(false),
  thread_ts: z.string().nullish(),
});

/** Text or a message in the acknowledgement of a command is shown. One that Slack can't read is passed over. */
export function answerFromAck(world: World, about: ResponseUrl, body: unknown): void {
  const given = typeof body === 'string' ? { text: body } : body;
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0) return;
  try {
    applyAnswer(world, about, given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Posts, replaces or deletes, as the answer says. */
export function applyAnswer(world: World, about: ResponseUrl, given: unknown): void {
  const read = answer.safeParse(given);
  if (!read.success) throw new Refusal('invalid_payload');
  const source = about.source ? sourceOf(world, about) : undefined;
  if (read.data.delete_original) {
    if (source) deleteMessage(world, source);
    return;
  }
  const content = readContent(read.data);
  if (isEmpty(content)) throw new Refusal('no_text');
  if (read.data.replace_original && source) editMessage(world, source, replacing(content), null);
  else postAnswer(world, about, content, read.data);
}

function postAnswer(world: World, about: ResponseUrl, content: Partial<Content>, given: z.infer<typeof answer>): void {
  postMessage(world, {
    channel: about.channel,
    user: world.state.app.botUserId,
    byApp: true,
    text: '',
    ...content,
    ...(given.thread_ts && { threadTs: given.thread_ts }),
    ...(given.response_type === 'ephemeral' && { only: about.user }),
  });
}

function sourceOf(world: World, { channel, source }: ResponseUrl) {
  if (!source) return undefined;
  return source.isEphemeral ? world.whispers.find(channel, source.ts) : findMessage(world, channel, source.ts);
}

/** Nothing of the old message stays. */
const replacing = (content: Partial<Content>) => ({ text: '', blocks: [], attachments: [], ...content });
