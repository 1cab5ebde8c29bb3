import type { Button, KnownBlock } from '@slack/types';
import type { ApprovalKind } from '../approvals/approvals.js';
import type { DocumentSource } from '../outbox/documents.js';
import type { StuckLetter } from '../outbox/stuck.js';
import type { ReportSource } from '../reports/report-source.js';
import type { Words } from '../words/define.js';
import type { FailedRun, Job, Timer } from './clock.js';
import type { OnHook } from './hooks.js';
import type { Forget } from './personal.js';
import type {
  OnAction,
  OnCommand,
  OnEvent,
  OnForm,
  OnGlobalShortcut,
  OnMessageShortcut,
  OnSearch,
  Reply,
  Visit,
} from './visits.js';

export interface Subcommand {
  /** What is typed: `list`. */
  name: string;
  /** Other spellings, such as the Romanian word. */
  aliases?: readonly string[];
  /** Instead of a name: a shape that the whole text has, such as a ticket's number. */
  pattern?: RegExp;
  /** How it is written in the help, `search …`; default: the name. */
  shown?: string;
  /** Key of the sentence that `help` shows for it. */
  usage: string;
  /** Whose sentence that is, where it isn't the command's own desk's. */
  words?: Words;
  /** It answers with a form: when that takes long, a loading form is opened before Slack's patience ends. */
  opensForm?: true;
  run: OnCommand;
}

export interface CommandDoor {
  command: `/${string}`;
  /** Key of the sentence over the help, and in the hub. */
  summary: string;
  subcommands: readonly Subcommand[];
  /** Nothing typed, or something that is no subcommand: usually the form, filled in with the text. */
  otherwise: OnCommand;
  /** As of a subcommand, for `otherwise`. */
  opensForm?: true;
}

export interface HomeSection {
  /** Sections stand in this order, lowest first. */
  order: number;
  blocks: (visit: Visit) => Promise<KnownBlock[]>;
  /** Stands under the sections of all desks. */
  foot?: (visit: Visit) => Promise<KnownBlock[]>;
}

/** What `/backoffice setup` asks for a desk: data, so that the hub knows no desk. */
export interface DeskSetup {
  /** Channels that the desk posts to: settings key → word keys of label and hint. */
  channels: readonly { key: string; label: string; hint: string }[];
  /** With `leads`, they are told what the admins are told, such as that a colleague has left. */
  roles: readonly { role: string; label: string; hint: string; leads?: boolean }[];
  /** Channels that the desk posts to and keeps itself, with the command by which they are chosen. */
  ownChannels?: (
    look: import('../office.js').Look,
  ) => Promise<readonly { name: string; id: string; chosenWith: string }[]>;
  /** A form of the desk's own with the rest of what can be set: word key of its button, and what opens it. */
  more?: { label: string; open: (visit: Visit) => Reply };
  /** Called in the set-up's transaction after the new values are stored. */
  changed?: (tx: import('../office.js').Transaction, by: string) => Promise<void>;
}

/** What a person can do at a desk without remembering a command: shown in the hub and in answers to free text. */
export interface Offer {
  /** Word keys. */
  label: string;
  description: string;
  /** Opens the form, filled in with what the person wrote. */
  open: (visit: Visit, text: string) => Reply;
}

/** Something of a person's that isn't finished: what they asked for, or what waits for them. */
export interface OpenThing {
  /** One line of mrkdwn, escaped by the desk. */
  text: string;
  /** What can be done about it. */
  button?: Button;
}

/** What went wrong where nobody was looking. Told after the fact, so whoever listens opens a transaction of their own. */
export interface Troubles {
  /** Slack refused it for good, or nobody can know whether it arrived. */
  letter: (letter: StuckLetter) => Promise<void>;
  run: (run: FailedRun) => Promise<void>;
}

/** One desk of a department: everything that Slack can reach, as data. */
export interface Desk {
  /** As its folder: `it.help-desk`. Ids on the wire begin with it. */
  name: string;
  words: Words;
  /** Word keys of the desk's name and of the sentence that says what it is for. */
  title: string;
  about: string;
  commands?: readonly CommandDoor[];
  /** What can follow `/backoffice` and belongs to this desk. */
  hubCommands?: readonly Subcommand[];
  /** What of this desk waits for a decision: the queue of approvals shows them all. */
  approvals?: readonly ApprovalKind[];
  /** What this desk can tell of a week, a month or a year: the desk of reports compares, draws and sends it. */
  reports?: readonly ReportSource[];
  globalShortcuts?: Record<string, OnGlobalShortcut>;
  messageShortcuts?: Record<string, OnMessageShortcut>;
  forms?: Record<string, OnForm>;
  /** What closes a form without sending it; only where the desk must know. */
  closed?: Record<string, OnForm>;
  /** By action id. Elements of one kind in the same block are told apart after a colon: `it.help-desk.page:2`. */
  actions?: Record<string, OnAction>;
  /** Shortcuts and actions outside forms that answer with a form: see `Subcommand.opensForm`. */
  opensForm?: readonly string[];
  searches?: Record<string, OnSearch>;
  events?: Record<string, OnEvent>;
  jobs?: readonly Job[];
  timers?: readonly Timer[];
  /** Requests of other systems, by path below `/hooks/`: `front-desk/calls/twilio`. */
  hooks?: Record<string, OnHook>;
  home?: HomeSection;
  setup?: DeskSetup;
  /** Called in the transaction that gave the office other hours, holidays, another zone or language. */
  officeChanged?: (tx: import('../office.js').Transaction) => Promise<void>;
  offers?: readonly Offer[];
  /** What the person has open here, the most pressing first: the hub lists it. */
  openThings?: (visit: Visit) => Promise<OpenThing[]>;
  /** What draws the files that the desk's letters carry, by name: called when such a letter is sent. */
  documents?: Record<string, DocumentSource>;
  /** Erases what this desk knows of somebody who has left and is to be forgotten. */
  forget?: Forget;
  /** Where this desk tells people of letters and jobs that failed. */
  troubles?: Troubles;
}

export type { FailedRun, Job, JobRun, SeenChannels, Timer } from './clock.js';
export type { OnHook } from './hooks.js';
export type * from './visits.js';
