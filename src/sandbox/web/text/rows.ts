import type { MessageView } from '../../protocol.js';
import { dayKey } from './dates.js';

/** A line from the workspace itself, such as a command that failed. */
export interface Notice {
  id: number;
  channel: string;
  text: string;
  /** The timestamp of the newest message when it came: it stands under that one, whatever the page's clock says. */
  after: string;
}

/** One line of a conversation as it is drawn. `follows`: same author shortly after, so without avatar and name. */
export type Row =
  | { kind: 'day'; key: string; ts: string }
  | { kind: 'new'; key: string }
  | { kind: 'notice'; key: string; notice: Notice }
  | { kind: 'replies'; key: string; count: number }
  | { kind: 'message'; key: string; message: MessageView; follows: boolean };

const togetherFor = 5 * 60;
const quiet = new Set(['channel_join', 'channel_leave', 'channel_topic', 'channel_purpose', 'channel_name']);
for (const kind of ['channel_archive', 'channel_unarchive', 'group_join', 'group_leave']) quiet.add(kind);

/** Lines such as "has joined the channel", which nobody answers to. */
export const isQuiet = (message: MessageView): boolean => quiet.has(message.subtype ?? '');

interface Reader {
  id: string;
  timeZone: string;
  /** Up to where they had read when they came; `null`: nothing was new to them. */
  readUpTo: string | null;
}

/** Messages, oldest first → rows with day dividers, the line above what is new to this person, and grouping. */
export function rowsOf(messages: MessageView[], reader: Reader, notices: Notice[] = []): Row[] {
  const rows: Row[] = [];
  let last: MessageView | undefined;
  let lineDrawn = reader.readUpTo === null;
  for (const message of messages) {
    const newDay = !last || dayKey(last.ts, reader.timeZone) !== dayKey(message.ts, reader.timeZone);
    if (newDay) rows.push({ kind: 'day', key: `day-${message.ts}`, ts: message.ts });
    const isNew = !lineDrawn && message.ts > (reader.readUpTo ?? '') && message.user !== reader.id;
    if (isNew) rows.push({ kind: 'new', key: 'new' });
    lineDrawn ||= isNew;
    const follows = !newDay && !isNew && last !== undefined && belongTogether(last, message);
    rows.push({ kind: 'message', key: message.ts, message, follows });
    last = message;
  }
  return notices.reduce(withNotice, rows);
}

/** Puts a notice under what was there when it came; the message below it begins anew, with its author's name. */
function withNotice(rows: Row[], notice: Notice): Row[] {
  const at = rows.findIndex((row) => row.kind === 'message' && row.message.ts > notice.after);
  const row: Row = { kind: 'notice', key: `notice-${notice.id}`, notice };
  if (at < 0) return [...rows, row];
  return [...rows.slice(0, at), row, ...begunAnew(rows.slice(at))];
}

function begunAnew([first, ...rest]: Row[]): Row[] {
  if (!first) return rest;
  return [first.kind === 'message' ? { ...first, follows: false } : first, ...rest];
}

/** A thread: a line with their number sets the answers apart from what they answer. */
export function threadRowsOf(messages: MessageView[], reader: Reader): Row[] {
  const rows = rowsOf(messages, reader);
  const afterRoot = rows.findIndex((row) => row.kind === 'message') + 1;
  const count = messages.length - 1;
  if (count < 1) return rows;
  const line: Row = { kind: 'replies', key: 'replies', count };
  return [...rows.slice(0, afterRoot), line, ...begunAnew(rows.slice(afterRoot))];
}

function belongTogether(before: MessageView, after: MessageView): boolean {
  if (isQuiet(before) || isQuiet(after) || before.is_ephemeral !== after.is_ephemeral) return false;
  if (after.broadcast || before.broadcast) return false;
  return authorOf(before) === authorOf(after) && Number(after.ts) - Number(before.ts) < togetherFor;
}

const authorOf = (message: MessageView): string => message.user ?? message.bot_id ?? '';
