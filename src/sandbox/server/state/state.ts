/** Everything the workspace remembers, as plain data: this is what is written to `workspace.json`. */
export interface State {
  version: 1;
  company: 'demo' | 'bare';
  /** Whether the opening scene was played. */
  opened: boolean;
  team: { id: string; name: string; domain: string };
  app: AppRecord;
  /** How far the clock was moved, in milliseconds. */
  clockOffset: number;
  /** The newest timestamp given out, in microseconds: the next one is later, even when the clock is moved back. */
  lastStamp: number;
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  /** Channel id → messages, oldest first. */
  messages: Record<string, Message[]>;
  files: Record<string, StoredFile>;
  /** Person → modals, lowest first. */
  modals: Record<string, StoredView[]>;
  homes: Record<string, StoredView>;
  scheduled: ScheduledMessage[];
}

export interface AppRecord {
  id: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
}

export interface Person {
  id: string;
  /** The handle: `ana`. */
  name: string;
  realName: string;
  displayName: string;
  title: string;
  department: string;
  email: string;
  phone: string;
  manager: string | null;
  tz: string;
  locale: string;
  color: string;
  isBot: boolean;
  isAdmin: boolean;
  isOwner: boolean;
  deleted: boolean;
  presence: 'active' | 'away';
  /** Seconds since 1970; 0: not snoozed. */
  dndUntil: number;
  statusText: string;
  statusEmoji: string;
  /** Seconds since 1970; 0: doesn't clear itself. */
  statusExpiration: number;
  updated: number;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  isGeneral: boolean;
  isArchived: boolean;
  creator: string;
  created: number;
  topic: Remark;
  purpose: Remark;
  members: string[];
  previousNames: string[];
  /** Person → timestamp of the newest message they have seen. */
  lastRead: Record<string, string>;
}

export interface Remark {
  value: string;
  creator: string;
  last_set: number;
}

/** Things in Slack's own shape that the workspace passes on as they are. */
export type Fields = Record<string, unknown>;

export interface Message {
  ts: string;
  channel: string;
  user: string;
  /** Written by the app. */
  byApp: boolean;
  subtype?: string;
  text: string;
  blocks?: Block[];
  attachments?: Fields[];
  metadata?: Fields;
  threadTs?: string;
  /** On the first message of a thread. */
  replies?: { ts: string; user: string }[];
  broadcast?: boolean;
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[] }[];
  files?: string[];
  /** What this kind of message has besides: `inviter`, `topic`, `username` … */
  extra?: Fields;
  /** Only this person sees it. Such messages are not kept. */
  only?: string;
}

export interface Block {
  type: string;
  block_id?: string;
  [key: string]: unknown;
}

export type Values = Record<string, Record<string, { type: string } & Fields>>;

export interface StoredView {
  id: string;
  type: 'modal' | 'home';
  owner: string;
  title: Fields | null;
  submit: Fields | null;
  close: Fields | null;
  blocks: Block[];
  callbackId: string;
  privateMetadata: string;
  externalId: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  submitDisabled: boolean;
  values: Values;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  altText: string;
  mimetype: string;
  size: number;
  user: string;
  created: number;
  /** Unguessable part of its address on the page. */
  secret: string;
  uploaded: boolean;
  deleted: boolean;
  /** Handed to the app in a form, which may read it from then on. */
  isHandedIn?: boolean;
  /** Where it was shared: channel → timestamps of messages. */
  shares: Record<string, string[]>;
}

export interface ScheduledMessage {
  id: string;
  channel: string;
  postAt: number;
  created: number;
  message: Pick<Message, 'text' | 'blocks' | 'threadTs' | 'broadcast'>;
}
