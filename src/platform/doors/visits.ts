import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Person } from '../people/person.js';
import type { Temporal } from '../time.js';
import type { Language } from '../words/words.js';

/** Terms: a *door* is a way into a desk from Slack (command, shortcut, form, action, search, event); a *visit* is one
 * request that came through it; an *answer* is what the desk wants shown, which the router carries to Slack. */
export interface Visit {
  person: Person;
  language: Language;
  now: Temporal.Instant;
  /** Names this request: the same request delivered twice carries the same key. Pass it to `office.transact`. */
  key: string;
  /** Where it came from; absent in modals and App Home. */
  channel?: { id: string; name?: string };
}

/** Something shown in the conversation. */
export interface Note {
  text: string;
  blocks?: KnownBlock[];
}

/** What the person is to see. Fields may be combined where Slack can: `{ close: 'all', say }`. */
export interface Answer {
  /** Opens a form. From a command, shortcut or button outside a form. */
  open?: ModalView;
  /** Puts a form on top of the one that is open. */
  push?: ModalView;
  /** Replaces the form that is open. */
  update?: ModalView;
  /** Closes this form and draws the one under it anew. Form submissions only. */
  beneath?: ModalView;
  /** By block id: shown at the fields of the form, which stays open with all that was typed. Form submissions only. */
  errors?: Record<string, string>;
  /** Closes the whole stack of forms. A form that answers nothing closes itself alone. */
  close?: 'all';
  /** Only this person sees it, where they are: as reply to the command or button, else as a direct message. */
  say?: Note;
  /** Replaces the message that the button sits on, for lists that page. Private answers only. */
  replace?: Note;
}

export type Reply = Promise<Answer | undefined>;

export interface CommandVisit extends Visit {
  /** What follows the subcommand, trimmed; for `otherwise`, all that was typed. */
  text: string;
  channel: { id: string; name?: string };
}
export type OnCommand = (visit: CommandVisit) => Reply;

/** Values of a view's or message's inputs, as Slack sends them: block id → action id → value. */
export type StateValues = Record<string, Record<string, StateValue>>;
export interface StateValue {
  type: string;
  value?: string | null;
  selected_option?: { value?: string } | null;
  selected_options?: { value?: string }[];
  selected_user?: string | null;
  selected_users?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  rich_text_value?: unknown;
  files?: { id: string; name: string }[];
}

export interface OpenView {
  id: string;
  hash: string;
  callbackId: string;
  /** What the desk put there, back from outside: a claim, not a fact. */
  privateMetadata: string;
  values: StateValues;
  blocks: KnownBlock[];
  previousViewId?: string;
}

export interface FormVisit extends Visit {
  view: OpenView;
}
export type OnForm = (visit: FormVisit) => Reply;

export interface ActionVisit extends Visit {
  actionId: string;
  blockId: string;
  /** A button's value, or the chosen option's value, date, time, person or channel. A claim, not a fact. */
  value: string;
  /** All values, where several can be chosen. */
  values: string[];
  /** The message that it sits on. */
  message?: { channel: string; ts: string; threadTs?: string; isPrivate: boolean };
  /** The form that it sits in. */
  view?: OpenView;
  /** True where it sits on App Home. */
  onHome: boolean;
}
export type OnAction = (visit: ActionVisit) => Reply;

export type OnGlobalShortcut = (visit: Visit) => Reply;

export interface MessageShortcutVisit extends Visit {
  channel: { id: string; name?: string };
  message: { ts: string; threadTs?: string; text: string; userId?: string };
}
export type OnMessageShortcut = (visit: MessageShortcutVisit) => Reply;

export interface SearchVisit extends Visit {
  actionId: string;
  /** What was typed so far. */
  query: string;
  view?: OpenView;
}
/** Fills an `external_select`. At most 100 come back to Slack. */
export type OnSearch = (visit: SearchVisit) => Promise<PlainTextOption[]>;

/** A Slack event, as Slack sends it. `person` is whom it came from, where there is one that isn't an app. */
export interface EventVisit<Event = Record<string, unknown>> {
  event: Event & { type: string };
  person: Person | null;
  now: Temporal.Instant;
  key: string;
}
/** True: this desk took it, and no later desk sees it. */
export type OnEvent = (visit: EventVisit) => Promise<boolean>;
