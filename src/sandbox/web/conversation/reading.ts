import { useEffect, useState } from 'preact/hooks';
import type { ChannelView } from '../../protocol.js';
import { ask } from '../store/session.js';

/** Where the "new" line stands: what was read when the person came here, or came back to the window. */
export function useReading(channel: ChannelView, newest: string): string | null {
  const [line, setLine] = useState(() => lineFor(channel));

  useEffect(() => {
    if (newest === '' || newest <= channel.last_read || document.hidden) return;
    const timer = setTimeout(() => void ask('read', { channel: channel.id, ts: newest }), 300);
    return () => clearTimeout(timer);
  }, [newest, channel.last_read]);

  useEffect(() => {
    const back = () => {
      if (document.hidden) return;
      setLine(lineFor(channel));
      if (newest > channel.last_read) void ask('read', { channel: channel.id, ts: newest });
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [newest, channel.last_read]);
  return line;
}

const lineFor = (channel: ChannelView): string | null => (channel.unread > 0 ? channel.last_read : null);
