import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Temporal } from '../platform/time.js';
import type { Presence, SlackChannel, SlackMessage, Workspace } from '../platform/workspace.js';
import { discardFile, readFile } from './given-files.js';
import { PresenceBoard } from './people/presence.js';
import type { FileParts } from './sender/files.js';
import { refusalCode } from './trouble.js';

const CHANNEL_KNOWN_MS = 60_000;
const THREAD_LIMIT = 50;

/** The office's eyes in Slack. What it saw of a channel holds for a minute, or until Slack tells of a change. */
export class SlackWorkspace implements Workspace {
  #presence: PresenceBoard;
  #channels = new Map<string, { channel: Promise<SlackChannel | null>; until: number }>();

  constructor(
    private readonly client: WebClient,
    private readonly bot: { userId: string },
    private readonly access: Omit<FileParts, 'client'>,
  ) {
    this.#presence = new PresenceBoard(client);
  }

  botUserId(): string {
    return this.bot.userId;
  }

  async permalink(channel: string, ts: string): Promise<string | null> {
    return nullIfRefused(async () => {
      const answer = await this.client.chat.getPermalink({ channel, message_ts: ts });
      return answer.permalink ?? null;
    });
  }

  /** Named by one of its replies, Slack answers with that reply alone: the thread is asked for by its first message. */
  async thread(channel: string, ts: string, limit = THREAD_LIMIT): Promise<SlackMessage[]> {
    const named = await this.#replies(channel, ts, limit);
    const [first] = named;
    if (!first?.threadTs || first.threadTs === first.ts) return named;
    const whole = await this.#replies(channel, first.threadTs, limit);
    return whole.some((message) => message.ts === ts) ? whole : [...whole.slice(0, limit - 1), first];
  }

  channel(id: string): Promise<SlackChannel | null> {
    const known = this.#channels.get(id);
    if (known && known.until > performance.now()) return known.channel;
    const channel = nullIfRefused(() => this.#askAbout(id));
    this.#channels.set(id, { channel, until: performance.now() + CHANNEL_KNOWN_MS });
    channel.catch(() => this.forget(id));
    return channel;
  }

  file(id: string, largest: number): Promise<Uint8Array | 'tooLarge' | null> {
    return readFile({ client: this.client, ...this.access }, id, largest);
  }

  discardFile(id: string): Promise<boolean> {
    return discardFile({ client: this.client }, id);
  }

  presence(ids: readonly string[], now: Temporal.Instant): Promise<ReadonlyMap<string, Presence>> {
    return this.#presence.of(ids, now);
  }

  /** Something about that channel changed. */
  forget(id: string): void {
    this.#channels.delete(id);
  }

  async #replies(channel: string, ts: string, limit: number): Promise<SlackMessage[]> {
    const messages = await nullIfRefused(async () => {
      const answer = await this.client.conversations.replies({ channel, ts, limit });
      return z.array(messageShape).parse(answer.messages ?? []);
    });
    return (messages ?? []).slice(0, limit).map((message) => describeMessage(channel, message));
  }

  async #askAbout(id: string): Promise<SlackChannel> {
    const answer = await this.client.conversations.info({ channel: id });
    const { name, is_private, is_archived, is_member, is_im } = channelShape.parse(answer.channel);
    return { id, name, isPrivate: is_private || is_im, isArchived: is_archived, isMember: is_member || is_im };
  }
}

const channelShape = z.object({
  name: z.string().default(''),
  is_private: z.boolean().default(false),
  is_archived: z.boolean().default(false),
  is_member: z.boolean().default(false),
  is_im: z.boolean().default(false),
});

const messageShape = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  files: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        mimetype: z.string().nullish(),
        size: z.number().nullish(),
      }),
    )
    .default([]),
});

const describeMessage = (channel: string, message: z.output<typeof messageShape>): SlackMessage => ({
  channel,
  ts: message.ts,
  threadTs: message.thread_ts ?? null,
  userId: message.bot_id ? null : (message.user ?? null),
  text: message.text,
  files: message.files.map(({ id, name, mimetype, size }) => ({
    id,
    name: name ?? id,
    mimetype: mimetype ?? 'application/octet-stream',
    size: size ?? 0,
  })),
});

/** A place that the bot may not see is as one that isn't there; trouble with Slack itself is trouble. */
async function nullIfRefused<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (refusalCode(error) === null) throw error;
    return null;
  }
}
