/**
 * What the sandbox's page and its server say to each other. The page asks over HTTP (`POST /_page/<call>`, JSON in and
 * out, `as` names the person who acts) and hears of changes over a WebSocket (`/_page/changes?as=U…`). Messages, views,
 * blocks, users and channels travel in Slack's own shapes.
 */
import type {
  AppView,
  ChannelView,
  ClockView,
  ElementValue,
  Json,
  MessageView,
  PersonView,
  Values,
  ViewView,
} from './things.js';

export type * from './things.js';

/** `POST /_page/start { as }`. With `as` empty the server proposes somebody: `me`. */
export interface Start {
  workspace: { id: string; name: string; domain: string };
  me: string;
  people: PersonView[];
  channels: ChannelView[];
  app: AppView;
  clock: ClockView;
  /** Modals that this person has open, lowest first. */
  views: ViewView[];
}

/** One line of the inspector: a call of the app, or a delivery to it. Tokens are left out. */
export interface TrafficEntry {
  id: number;
  at: number;
  kind: 'call' | 'delivery' | 'response_url';
  /** `chat.postMessage`, or `slash_commands /ithelp`, `block_actions it.help-desk.take` … */
  name: string;
  ok: boolean;
  /** Slack's error code or HTTP status, when not ok. */
  error?: string;
  ms: number;
  request: Json;
  response: Json;
}

export type Change =
  | { type: 'message'; message: MessageView }
  | { type: 'message_changed'; message: MessageView }
  | { type: 'message_deleted'; channel: string; ts: string }
  /** New, renamed, joined, left, archived, read: the whole channel anew. Absent `members`-hip of a private one: gone. */
  | { type: 'channel'; channel: ChannelView }
  | { type: 'channel_gone'; channel: string }
  | { type: 'person'; person: PersonView }
  | { type: 'view_opened'; view: ViewView }
  | { type: 'view_updated'; view: ViewView }
  /** That view and those above it. */
  | { type: 'view_closed'; view_id: string }
  | { type: 'home'; view: ViewView | null }
  | { type: 'app'; app: AppView }
  | { type: 'clock'; clock: ClockView }
  | { type: 'traffic'; entry: TrafficEntry }
  /** A line from Slack itself, such as "/ithelp failed with the error operation_timeout". */
  | { type: 'notice'; channel: string; text: string }
  /** The workspace was reset: start again. */
  | { type: 'reset' };

/** Where an element sits. */
export type Container =
  | { type: 'message'; channel: string; ts: string; is_ephemeral: boolean }
  | { type: 'view'; view_id: string };

/** What every call answers besides its own fields. `error` is one of Slack's codes, or a sentence for the page. */
export type Outcome<T = object> = ({ ok: true } & T) | { ok: false; error: string };

/** The calls: name → request (besides `as`) and answer. */
export interface Calls {
  start: [object, Start];
  /** Newest first, `limit` at most 100; `before` is a timestamp. Threads: `conversations.replies`, oldest first. */
  history: [{ channel: string; before?: string; limit?: number }, { messages: MessageView[]; has_more: boolean }];
  replies: [{ channel: string; ts: string }, { messages: MessageView[] }];
  search: [{ query: string }, { messages: MessageView[] }];
  send: [
    { channel: string; text: string; thread_ts?: string; broadcast?: boolean; file_ids?: string[] },
    { message: MessageView },
  ];
  edit: [{ channel: string; ts: string; text: string }, { message: MessageView }];
  delete: [{ channel: string; ts: string }, object];
  react: [{ channel: string; ts: string; name: string; on: boolean }, object];
  read: [{ channel: string; ts: string }, object];
  /** A slash command. Answers once the app acknowledged, or with `operation_timeout`, `dispatch_failed`, … */
  command: [{ channel: string; command: string; text: string }, object];
  global_shortcut: [{ callback_id: string }, object];
  message_shortcut: [{ callback_id: string; channel: string; ts: string }, object];
  /** A button, select, date picker … was used. `action` holds type and value in Slack's shape. `values`: all inputs. */
  action: [{ container: Container; block_id: string; action_id: string; action: ElementValue; values: Values }, object];
  /** What was typed in an `external_select`. */
  suggest: [
    { container: Container; block_id: string; action_id: string; query: string },
    { options?: Json[]; option_groups?: Json[] },
  ];
  submit: [{ view_id: string; values: Values }, { errors?: Record<string, string>; closed: boolean }];
  /** Closes one view, or with `all` the stack. */
  close: [{ view_id: string; all?: boolean }, object];
  /** The person looks at the app's Home or Messages tab. */
  open_app: [{ tab: 'home' | 'messages' }, { home: ViewView | null; channel: string }];
  /** Opens, or finds, the direct message with these people. */
  open_dm: [{ users: string[] }, { channel: ChannelView }];
  create_channel: [{ name: string; is_private: boolean }, { channel: ChannelView }];
  join: [{ channel: string }, { channel: ChannelView }];
  leave: [{ channel: string }, object];
  invite: [{ channel: string; users: string[] }, object];
  kick: [{ channel: string; user: string }, object];
  archive: [{ channel: string; on: boolean }, object];
  rename: [{ channel: string; name: string }, object];
  set_profile: [
    {
      status_text?: string;
      status_emoji?: string;
      /** Seconds since 1970; 0: doesn't clear itself. */
      status_expiration?: number;
      presence?: 'active' | 'away';
      locale?: string;
      dnd_until?: number;
    },
    object,
  ];
  /** Admins only, as in Slack. */
  set_person: [{ user: string; deleted?: boolean; is_admin?: boolean }, object];
  /** Moves the clock to a moment, by some milliseconds, or back to the real time. */
  clock: [{ to?: number; by?: number; real?: true }, { clock: ClockView }];
  traffic: [{ after?: number }, { entries: TrafficEntry[] }];
  reset: [object, object];
}
// Whom one can be: `GET /_page/people` answers `{ people: { id, name, real_name, locale }[] }`.
// Uploads: `POST /_page/upload?as=U…`, multipart, field `file`, answers Outcome<{ files: FileView[] }>; `send` shares them.
// Files: `GET /_page/files/<id>/<name>`.
