import type { MessageView } from '../../../src/sandbox/protocol.js';
import {
  lastOwn,
  placeAfter,
  threadOf,
  timelineOf,
  unread,
  withHistory,
  withMessages,
  withoutMessage,
} from '../../../src/sandbox/web/store/conversation.js';

const said = (ts: string, more: Partial<MessageView> = {}): MessageView => ({
  type: 'message',
  channel: 'C1',
  user: 'U1',
  text: ts,
  ts,
  ...more,
});
const times = (messages: MessageView[]) => messages.map((message) => message.ts);

describe('what is known of a conversation', () => {
  it('puts a line of the workspace after the newest message, though the page learns the time late', () => {
    const answered = withMessages(unread, [said('1795860000.000200'), said('1795859000.000100')]);
    expect(placeAfter(answered, 1_795_859_997_000)).toBe('1795860000.000200');
    expect(placeAfter(unread, 1_795_859_997_000)).toBe('1795859997');
  });

  it('shows pages of history in the order of time, whatever order they came in', () => {
    const newest = withHistory(unread, { messages: [said('5'), said('4')], has_more: true });
    const whole = withHistory(newest, { messages: [said('3'), said('2')], has_more: false });
    expect(times(timelineOf(whole))).toEqual(['2', '3', '4', '5']);
    expect([newest.hasMore, whole.hasMore]).toEqual([true, false]);
  });

  it('keeps replies to their thread, unless they were sent to the channel too', () => {
    const known = withHistory(unread, {
      messages: [
        said('3', { thread_ts: '1', broadcast: true }),
        said('2', { thread_ts: '1' }),
        said('1', { thread_ts: '1' }),
      ],
      has_more: false,
    });
    expect(times(timelineOf(known))).toEqual(['1', '3']);
    expect(times(threadOf(known, '1'))).toEqual(['1', '2', '3']);
  });

  it('doesn’t show an old thread’s first message before everything between was loaded', () => {
    const known = withHistory(unread, { messages: [said('9'), said('8')], has_more: true });
    expect(times(timelineOf(withMessages(known, [said('2', { thread_ts: '2' })])))).toEqual(['8', '9']);
  });

  it('an edited message takes the place of the former one, a deleted one goes', () => {
    const known = withMessages(unread, [said('1'), said('2')]);
    expect(timelineOf(withMessages(known, [said('1', { text: 'better' })]))[0]?.text).toBe('better');
    expect(times(timelineOf(withoutMessage(known, '1')))).toEqual(['2']);
  });

  it('the up arrow opens one’s own last words, not a line about oneself or what only oneself sees', () => {
    const messages = [
      said('1', { subtype: 'file_share' }),
      said('2', { subtype: 'channel_join' }),
      said('3', { is_ephemeral: true }),
      said('4', { user: 'U2' }),
    ];
    expect(lastOwn(messages, 'U1')?.ts).toBe('1');
    expect(lastOwn(messages, 'U3')).toBeUndefined();
  });
});
