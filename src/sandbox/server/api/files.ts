import { z } from 'zod';
import { inOwnWords, refuse } from '../refusal.js';
import { fileShape } from '../shapes/file.js';
import type { StoredFile } from '../state/state.js';
import { canSee } from '../workspace/channels.js';
import { deleteFile, expectFile, noteShares } from '../workspace/files.js';
import { postMessage } from '../workspace/messages.js';
import type { World } from '../world.js';
import { count, json, list, stamp, text } from './args.js';
import { needPlace, threadRoot } from './chat.js';
import { readBlocks } from './content.js';
import { method } from './method.js';
import { bot } from './reach.js';

const largest = 1024 ** 3;

const uploadUrl = method(
  {
    name: 'files.getUploadURLExternal',
    scopes: ['files:write'],
    tier: 4,
    errors: ['missing_argument', 'file_upload_size_restricted', 'alt_txt_too_large'],
    args: z.object({
      filename: text.optional(),
      length: count.optional(),
      alt_txt: text.optional(),
      alt_text: text.optional(),
      snippet_type: text.optional(),
    }),
  },
  (world, args) => {
    if (!args.filename || !args.length || args.length < 1) return refuse('missing_argument');
    if (args.length > largest) refuse('file_upload_size_restricted');
    const altText = args.alt_txt ?? args.alt_text ?? '';
    if (altText.length > 1000) refuse('alt_txt_too_large');
    const file = expectFile(world, { name: args.filename, size: args.length, user: bot(world), altText });
    return { upload_url: `${world.address()}/upload/v1/${file.id}-${file.secret}`, file_id: file.id };
  },
);

const uploaded = z.array(z.object({ id: z.string(), title: z.string().nullish() })).min(1);

const complete = method(
  {
    name: 'files.completeUploadExternal',
    scopes: ['files:write'],
    tier: 4,
    errors: [
      'file_not_found',
      'channel_not_found',
      'not_in_channel',
      'invalid_channel',
      'invalid_blocks',
      'posting_to_channel_denied',
    ],
    args: z.object({
      files: json,
      channel_id: text.nullish(),
      channels: list.optional(),
      thread_ts: stamp.nullish(),
      initial_comment: text.nullish(),
      blocks: json.optional(),
    }),
  },
  (world, args) => {
    const given = uploaded.safeParse(args.files);
    if (!given.success) return refuse('invalid_arguments', ['[ERROR] missing required field: files [json-pointer:/]']);
    const files = given.data.map(({ id, title }) => finish(world, id, title));
    const places = [...(args.channel_id ? [args.channel_id] : []), ...(args.channels ?? [])];
    const content = {
      text: args.initial_comment ?? '',
      // As documented: a comment's own text, or blocks.
      ...(args.blocks !== undefined && !args.initial_comment && { blocks: readFileBlocks(args.blocks) }),
    };
    for (const place of places) share(world, place, files, content, args.thread_ts);
    return { files: files.map((file) => fileShape(world, file)) };
  },
);

function readFileBlocks(blocks: unknown) {
  return Array.isArray(blocks) ? readBlocks(blocks) : refuse('invalid_blocks');
}

function finish(world: World, id: string, title: string | null | undefined): StoredFile {
  const file = world.state.files[id];
  if (!file?.uploaded || file.deleted || file.user !== bot(world)) return refuse('file_not_found');
  if (title) file.title = title;
  return file;
}

function share(
  world: World,
  place: string,
  files: StoredFile[],
  content: { text: string; blocks?: ReturnType<typeof readBlocks> },
  threadTs: string | null | undefined,
): void {
  if (!/^[CDG][A-Z0-9]+$/.test(place)) refuse('invalid_channel');
  const channel = inOwnWords(ownWords, () => needPlace(world, place));
  const message = postMessage(world, {
    channel: channel.id,
    user: bot(world),
    byApp: true,
    subtype: 'file_share',
    ...content,
    files: files.map((file) => file.id),
    ...threadRootOrNone(world, channel, threadTs),
  });
  noteShares(world, message, channel);
}

const ownWords = { is_archived: 'posting_to_channel_denied', messages_tab_disabled: 'posting_to_channel_denied' };

function threadRootOrNone(world: World, channel: Parameters<typeof threadRoot>[1], ts: string | null | undefined) {
  return ts && world.state.messages[channel.id]?.some((message) => message.ts === ts)
    ? threadRoot(world, channel, ts)
    : {};
}

/** A file that the app made, that was handed to it in a form, or that lies in a channel it sees. */
function needFile(world: World, id: string | undefined): StoredFile {
  const file = world.state.files[id ?? ''];
  if (!file) return refuse('file_not_found');
  if (file.deleted) refuse('file_deleted');
  const seen = Object.keys(file.shares).some((channel) => {
    const place = world.state.channels[channel];
    return place !== undefined && canSee(place, bot(world));
  });
  return seen || file.isHandedIn || file.user === bot(world) ? file : refuse('file_not_found');
}

const info = method(
  {
    name: 'files.info',
    scopes: ['files:read'],
    tier: 4,
    errors: ['file_not_found', 'file_deleted'],
    args: z.object({ file: text.optional(), cursor: text.optional(), limit: count.optional() }),
  },
  (world, args) => ({
    file: fileShape(world, needFile(world, args.file)),
    comments: [],
    response_metadata: { next_cursor: '' },
  }),
);

const remove = method(
  {
    name: 'files.delete',
    scopes: ['files:write'],
    tier: 3,
    errors: ['file_not_found', 'file_deleted', 'cant_delete_file'],
    args: z.object({ file: text.optional() }),
  },
  (world, args) => {
    const file = needFile(world, args.file);
    if (file.user !== bot(world)) refuse('cant_delete_file');
    deleteFile(world, file);
    return {};
  },
);

const listAll = method(
  {
    name: 'files.list',
    scopes: ['files:read'],
    tier: 3,
    errors: ['user_not_found'],
    args: z.object({
      channel: text.optional(),
      user: text.optional(),
      count: count.default(100),
      page: count.default(1),
    }),
  },
  (world, args) => {
    if (args.user && !world.state.people[args.user]) refuse('user_not_found');
    const all = Object.values(world.state.files)
      .filter((file) => file.uploaded && !file.deleted && (!args.user || file.user === args.user))
      .filter((file) => (args.channel ? file.shares[args.channel] !== undefined : true))
      .sort((one, other) => other.created - one.created);
    const start = (args.page - 1) * args.count;
    const shapes = all.slice(start, start + args.count).map((file) => fileShape(world, file));
    return {
      files: shapes,
      paging: { count: args.count, total: all.length, page: args.page, pages: Math.ceil(all.length / args.count) },
    };
  },
);

export const files = [uploadUrl, complete, info, remove, listAll];
