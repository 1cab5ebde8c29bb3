import type { TrafficEntry } from '../protocol.js';
import type { Channel, Message, Person, StoredFile, StoredView } from './state/state.js';

/** Something that happened in the workspace. The page and the app's events are both told from these. */
export type AnyNews =
  | { type: 'message_posted'; message: Message }
  | { type: 'message_changed'; message: Message; previous: Message }
  | { type: 'message_deleted'; message: Message }
  | { type: 'reaction'; message: Message; user: string; name: string; added: boolean }
  | { type: 'member_joined'; channel: Channel; user: string; inviter: string | null }
  | { type: 'member_left'; channel: Channel; user: string; actor: string }
  | { type: 'channel_created'; channel: Channel }
  | { type: 'channel_renamed'; channel: Channel }
  | { type: 'channel_archived'; channel: Channel; user: string; on: boolean }
  /** Topic, purpose or somebody's read mark. */
  | { type: 'channel_touched'; channel: Channel }
  | { type: 'person_changed'; person: Person }
  | { type: 'person_joined'; person: Person }
  | { type: 'file_shared'; file: StoredFile; channel: Channel; user: string }
  | { type: 'home_opened'; user: string; tab: 'home' | 'messages'; channel: string }
  | { type: 'view_opened'; view: StoredView }
  | { type: 'view_updated'; view: StoredView }
  | { type: 'view_closed'; viewId: string; owner: string }
  | { type: 'home_published'; view: StoredView }
  | { type: 'notice'; user: string; channel: string; text: string }
  | { type: 'app_changed' }
  | { type: 'clock_moved' }
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'reset' };

export type Listener = (news: AnyNews) => void;

export interface Newsroom {
  publish(news: AnyNews): void;
  listen(listener: Listener): () => void;
}

export function openNewsroom(): Newsroom {
  const listeners = new Set<Listener>();
  return {
    publish(news) {
      for (const listener of [...listeners]) listener(news);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
