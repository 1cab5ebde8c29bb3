import { WebAPIHTTPError, WebAPIRequestError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Delivery, DrawnFile, Outgoing } from '../../platform/outbox/outbox.js';
import { conversationWith } from './conversation.js';
import { verdict, verdictBeforehand } from './verdict.js';

export interface FileParts {
  client: WebClient;
  botToken: string;
  apiUrl: string;
}

/** Files pass through memory, a few at a time. */
const LARGEST = 25 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

export const fileShape = z.object({
  name: z.string().nullish(),
  title: z.string().nullish(),
  size: z.number().default(0),
  is_external: z.boolean().default(false),
  url_private_download: z.string().optional(),
});
const uploadShape = z.object({ upload_url: z.string(), file_id: z.string() });

export interface PlacedFile {
  fileId: string;
  title: string;
  channel: string;
}

/** A file that can't be taken over, for good. */
export class Unfit extends Error {}

/** Takes a file over into another conversation. Until the last step nobody sees anything of it. */
export async function sendFile(parts: FileParts, outgoing: Outgoing): Promise<Delivery> {
  let ready: PlacedFile;
  try {
    ready = await prepare(parts, outgoing);
  } catch (error) {
    return verdictOnFile(error);
  }
  return share(parts.client, outgoing, ready);
}

/** Of the steps before anybody sees a file. Slack counts these methods for all conversations together. */
export function verdictOnFile(error: unknown): Delivery {
  if (error instanceof Unfit) return { outcome: 'dead', error: error.message };
  return withoutOthers(verdictBeforehand(error));
}

const withoutOthers = (delivery: Delivery): Delivery =>
  delivery.outcome === 'later' && delivery.error === 'ratelimited' ? { ...delivery, scope: 'files' } : delivery;

async function prepare(parts: FileParts, outgoing: Outgoing) {
  if (!outgoing.fileId) throw new Unfit('no_file');
  const info = await parts.client.files.info({ file: outgoing.fileId });
  const file = fileShape.parse(info.file);
  if (file.is_external || !file.url_private_download) throw new Unfit('file_is_external');
  if (file.size > LARGEST) throw new Unfit('file_too_large');
  const bytes = await download(parts, file.url_private_download, LARGEST);
  const name = file.name || 'file';
  return place(parts, outgoing.channel, { name, title: file.title || name, bytes });
}

/** Puts a file where only the bot sees it, ready to be shown in a conversation. */
export async function place(parts: FileParts, to: string, { name, title, bytes }: DrawnFile): Promise<PlacedFile> {
  const channel = await conversationWith(parts.client, to);
  const { upload_url, file_id } = uploadShape.parse(
    await parts.client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength }),
  );
  await upload(parts, upload_url, bytes);
  return { fileId: file_id, title, channel };
}

/** The one step of all that shows something to somebody. */
export async function share(
  client: WebClient,
  { text, threadTs }: Outgoing,
  { fileId, title, channel }: PlacedFile,
): Promise<Delivery> {
  const shared = {
    files: [{ id: fileId, title }] as [{ id: string; title: string }],
    ...(text && { initial_comment: text }),
  };
  try {
    await client.files.completeUploadExternal(
      threadTs ? { ...shared, channel_id: channel, thread_ts: threadTs } : { ...shared, channel_id: channel },
    );
    return { outcome: 'sent', channel, ts: null };
  } catch (error) {
    return withoutOthers(verdict(error, false));
  }
}

export async function download(parts: FileParts, url: string, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const response = await atSlack(parts, url, { headers: { authorization: `Bearer ${parts.botToken}` } });
  if (!response.body) throw new Unfit('file_is_empty');
  return readAtMost(largest, response.body);
}

async function readAtMost(limit: number, body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw new Unfit('file_too_large');
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

async function upload(parts: FileParts, url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await atSlack(parts, url, { method: 'POST', body: bytes });
}

/** A file's bytes come and go outside the Web API; what goes wrong there is told in its client's own errors. */
async function atSlack({ apiUrl }: FileParts, url: string, request: RequestInit): Promise<Response> {
  const target = slackOnly(url, apiUrl);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(target, { ...request, redirect: 'manual', signal }).catch((error: Error) => {
    throw new WebAPIRequestError(error);
  });
  if (response.ok) return response;
  if (response.status >= 500) throw new WebAPIHTTPError(response.status, response.statusText, {});
  throw new Unfit(`http_${response.status}`);
}

/** The bot's token and people's files go to Slack and nowhere else, whatever an answer says. */
export function slackOnly(url: string, apiUrl: string): URL {
  const target = new URL(url);
  const isSlack = target.protocol === 'https:' && /(^|\.)slack\.com$/.test(target.hostname);
  if (!isSlack && target.origin !== new URL(apiUrl).origin) throw new Unfit('file_not_at_slack');
  return target;
}
