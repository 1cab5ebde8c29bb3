/** What the page shows: people, channels, messages and views, in Slack's own shapes. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export interface Block {
  type: string;
  block_id?: string;
  [key: string]: unknown;
}

/** A user object as `users.info` gives it, as far as the page reads it. */
export interface PersonView {
  id: string;
  name: string;
  real_name: string;
  deleted: boolean;
  is_bot: boolean;
  is_admin: boolean;
  tz: string;
  tz_label: string;
  /** Seconds from UTC, now. */
  tz_offset: number;
  locale: string;
  color: string;
  presence: 'active' | 'away';
  /** Until when notifications are snoozed, in seconds since 1970; 0: not snoozed. */
  dnd_until: number;
  profile: {
    display_name: string;
    real_name: string;
    title: string;
    status_text: string;
    status_emoji: string;
    status_expiration: number;
    /** A path on this server, or a data: URL. */
    image_72: string;
  };
  department: string;
  manager: string | null;
}

export interface ChannelView {
  id: string;
  /** Without `#`; for direct messages, empty. */
  name: string;
  is_im: boolean;
  is_mpim: boolean;
  is_private: boolean;
  is_archived: boolean;
  is_general: boolean;
  topic: string;
  purpose: string;
  created: number;
  members: string[];
  /** Whether the person who looks is in it. Public channels are listed also when not. */
  is_member: boolean;
  unread: number;
  mentions: number;
  last_read: string;
  /** Time of the newest message, or '0'. */
  latest: string;
}

export interface Reaction {
  name: string;
  users: string[];
  count: number;
}

export interface FileView {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  size: number;
  user: string;
  /** For the page: served without a token. */
  page_url: string;
  permalink: string;
}

/** A message as `conversations.history` gives it. */
export interface MessageView {
  type: 'message';
  subtype?: string;
  channel: string;
  ts: string;
  user?: string;
  bot_id?: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  edited?: { user: string; ts: string };
  reactions?: Reaction[];
  files?: FileView[];
  /** Only `as` sees it; it goes with the next reload, as in Slack. */
  is_ephemeral?: boolean;
  /** Posted in a thread and shown in the channel too. */
  broadcast?: boolean;
}

export interface ViewView {
  id: string;
  type: 'modal' | 'home';
  title?: { type: 'plain_text'; text: string };
  submit?: { type: 'plain_text'; text: string };
  close?: { type: 'plain_text'; text: string };
  blocks: Block[];
  callback_id: string;
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  submit_disabled: boolean;
  state: { values: Values };
}

/** block id → action id → value, as in `view.state.values`. */
export type Values = Record<string, Record<string, ElementValue>>;
export type ElementValue = { type: string } & Record<string, unknown>;

export interface CommandView {
  command: string;
  description: string;
  usage_hint: string;
  /** The app's, or one that comes with the workspace, such as `/status`. */
  app: string;
}
export interface ShortcutView {
  name: string;
  type: 'global' | 'message';
  callback_id: string;
  description: string;
}

export interface AppView {
  id: string;
  name: string;
  description: string;
  bot_user_id: string;
  commands: CommandView[];
  shortcuts: ShortcutView[];
  /** Whether a process of the app is there to answer. */
  connected: boolean;
  delivery: 'socket' | 'http';
}

export interface ClockView {
  /** Now, in milliseconds since 1970, moved or not. */
  now: number;
  /** How far it was moved, in milliseconds. */
  offset: number;
}
