import type { MessageView } from '../../../src/sandbox/protocol.js';
import { type Row, rowsOf, threadRowsOf } from '../../../src/sandbox/web/text/rows.js';

const noon = Date.UTC(2026, 10, 23, 12) / 1000;
const said = (user: string, minutes: number, more: Partial<MessageView> = {}): MessageView => ({
  type: 'message',
  channel: 'C1',
  user,
  text: `${user} at ${minutes}`,
  ts: `${noon + minutes * 60}.000100`,
  ...more,
});
const reader = { id: 'U1', timeZone: 'Europe/London', readUpTo: null };
const outline = (rows: Row[]) =>
  rows.map((row) => (row.kind === 'message' ? `${row.message.user}${row.follows ? ' follows' : ''}` : row.kind));

describe('how a conversation is drawn', () => {
  it('says an author once while they go on within five minutes', () => {
    const rows = rowsOf([said('U2', 0), said('U2', 4), said('U2', 10), said('U3', 11), said('U2', 12)], reader);
    expect(outline(rows)).toEqual(['day', 'U2', 'U2 follows', 'U2', 'U3', 'U2']);
  });

  it('begins a day where the reader is, not where the author is', () => {
    const late = [said('U2', 9 * 60), said('U2', 11 * 60)];
    expect(outline(rowsOf(late, reader))).toEqual(['day', 'U2', 'U2']);
    expect(outline(rowsOf(late, { ...reader, timeZone: 'Europe/Bucharest' }))).toEqual(['day', 'U2', 'day', 'U2']);
  });

  it('draws the line above what is new, but never for what one wrote oneself', () => {
    const messages = [said('U2', 0), said('U1', 1), said('U2', 2), said('U2', 3)];
    const readUpTo = said('U2', 0).ts;
    expect(outline(rowsOf(messages, { ...reader, readUpTo }))).toEqual(['day', 'U2', 'U1', 'new', 'U2', 'U2 follows']);
    expect(outline(rowsOf([said('U2', 0), said('U1', 1)], { ...reader, readUpTo }))).toEqual(['day', 'U2', 'U1']);
  });

  it('names the author again after somebody joined, and around what only one person sees', () => {
    const joined = said('U2', 1, { subtype: 'channel_join' });
    const whispered = said('U2', 2, { is_ephemeral: true });
    expect(outline(rowsOf([said('U2', 0), joined, whispered, said('U2', 3)], reader))).toEqual([
      'day',
      'U2',
      'U2',
      'U2',
      'U2',
    ]);
  });

  it('puts a line from the workspace under what was there when it came', () => {
    const messages = [said('U2', 0), said('U2', 1), said('U2', 2)];
    const notice = { id: 1, channel: 'C1', text: 'failed', after: said('U2', 1).ts };
    expect(outline(rowsOf(messages, reader, [notice]))).toEqual(['day', 'U2', 'U2 follows', 'notice', 'U2']);
    expect(outline(rowsOf(messages.slice(0, 2), reader, [notice]))).toEqual(['day', 'U2', 'U2 follows', 'notice']);
    expect(outline(rowsOf([], reader, [notice]))).toEqual(['notice']);
  });

  it('sets the answers of a thread apart from what they answer, with their author named anew', () => {
    const root = said('U2', 0, { ts: said('U2', 0).ts });
    const answers = [said('U2', 1), said('U2', 2)].map((answer) => ({ ...answer, thread_ts: root.ts }));
    expect(outline(threadRowsOf([root, ...answers], reader))).toEqual(['day', 'U2', 'replies', 'U2', 'U2 follows']);
    expect(threadRowsOf([root, ...answers], reader)).toContainEqual({ kind: 'replies', key: 'replies', count: 2 });
    expect(outline(threadRowsOf([root], reader))).toEqual(['day', 'U2']);
  });
});
