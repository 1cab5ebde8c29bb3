import { z } from 'zod';
import { checkBlocks } from '../blocks/check.js';
import { messageBlocks } from '../blocks/surfaces.js';
import { Refusal, refuse } from '../refusal.js';
import type { Block, Fields } from '../state/state.js';
import { withBlockIds } from '../workspace/view-values.js';
import { flag, json, text } from './args.js';

/** The arguments that say what a message contains. */
export const contentArgs = {
  text: text.nullish(),
  blocks: json.optional(),
  attachments: json.optional(),
  metadata: json.optional(),
  markdown_text: text.optional(),
  username: text.optional(),
  icon_emoji: text.optional(),
  icon_url: text.optional(),
  mrkdwn: flag.optional(),
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
};

export interface Content {
  text: string;
  blocks?: Block[];
  attachments?: Fields[];
  metadata?: Fields;
}

interface Given {
  text?: string | null | undefined;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
  markdown_text?: string | undefined;
}

const longestText = 40_000;

/** Reads what a message is to contain; fields that weren't given are left out. */
export function readContent(given: Given): Partial<Content> {
  if (given.markdown_text && (given.text || given.blocks)) refuse('markdown_text_conflict');
  const marked = given.markdown_text ? [{ type: 'markdown', text: given.markdown_text }] : undefined;
  const blocks = given.blocks ?? marked;
  return {
    ...(given.text !== undefined && given.text !== null && { text: escapeLoose(given.text) }),
    ...(given.markdown_text && { text: escapeLoose(given.markdown_text) }),
    ...(isGiven(blocks) && { blocks: readBlocks(blocks) }),
    ...(isGiven(given.attachments) && { attachments: readAttachments(given.attachments) }),
    ...(isGiven(given.metadata) && { metadata: readMetadata(given.metadata) }),
  };
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

export const isEmpty = (content: Partial<Content>) =>
  !content.text?.trim() && !content.blocks?.length && !content.attachments?.length;

/** An ampersand that begins no entity is made one, as Slack does. */
const escapeLoose = (said: string) => said.replace(/&(?!amp;|lt;|gt;)/g, '&amp;').slice(0, longestText);

export function readBlocks(blocks: unknown): Block[] {
  if (!Array.isArray(blocks)) refuse('invalid_blocks_format');
  const faults = checkBlocks(messageBlocks, blocks);
  if (faults.length > 0) throw badBlocks(faults);
  return withBlockIds(blocks as Block[]);
}

function badBlocks(faults: string[]): Refusal {
  return new Refusal('invalid_blocks', {
    errors: faults.map((fault) => fault.replace('[ERROR] ', '')),
    response_metadata: { messages: faults },
  });
}

function readAttachments(given: unknown): Fields[] {
  if (!Array.isArray(given)) return refuse('invalid_arguments');
  if (given.length > 100) refuse('too_many_attachments');
  return given.map((attachment: Fields, at) => ({
    id: at + 1,
    ...attachment,
    ...(Array.isArray(attachment.blocks) && { blocks: readBlocks(attachment.blocks) }),
  }));
}

const metadataShape = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

function readMetadata(given: unknown): Fields {
  if (typeof given !== 'object' || given === null) refuse('invalid_metadata_format');
  // An empty object takes the metadata away.
  if (Object.keys(given).length === 0) return {};
  const read = metadataShape.safeParse(given);
  if (!read.success) return refuse('invalid_metadata_schema');
  if (JSON.stringify(read.data).length > 8000) refuse('metadata_too_large');
  return read.data;
}
