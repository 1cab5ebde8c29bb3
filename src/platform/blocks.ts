import type {
  Button,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { shorten } from './mrkdwn.js';

// Block Kit in short. Texts for `plain` are shown as they are; texts for `mrkdwn` must be escaped by who builds them.

export const plain = (text: string, length = 3000): PlainTextElement => ({
  type: 'plain_text',
  text: shorten(text, length),
  emoji: true,
});

export const section = (text: string, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: shorten(text, 3000) },
  ...(accessory && { accessory }),
});

export const context = (...texts: string[]): KnownBlock => ({
  type: 'context',
  elements: texts.slice(0, 10).map((text) => ({ type: 'mrkdwn', text: shorten(text, 2000) })),
});

export const header = (text: string): KnownBlock => ({ type: 'header', text: plain(text, 150) });

export const divider = (): KnownBlock => ({ type: 'divider' });

export interface ButtonLook {
  value?: string;
  style?: 'primary' | 'danger';
  url?: string;
  confirm?: NonNullable<Button['confirm']>;
}

export const button = (actionId: string, text: string, look: ButtonLook = {}): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(text, 75),
  ...look,
});

export const actions = (
  blockId: string,
  elements: Button[] | Extract<KnownBlock, { type: 'actions' }>['elements'],
): KnownBlock => ({
  type: 'actions',
  block_id: blockId,
  elements,
});

export const option = (value: string, text: string, description?: string): PlainTextOption => ({
  value,
  text: plain(text, 75),
  ...(description && { description: plain(description, 75) }),
});

/** Inputs are named by their block; within it the one element is always called `answer`. */
export const ANSWER = 'answer';

export interface InputLook {
  hint?: string;
  optional?: boolean;
  /** Tell the desk at once when it changes (`block_actions`). */
  dispatch?: boolean;
}

type WithoutActionId<Element> = Element extends unknown ? Omit<Element, 'action_id'> : never;

export const input = (
  blockId: string,
  label: string,
  element: WithoutActionId<InputBlock['element']>,
  { hint, optional = false, dispatch = false }: InputLook = {},
  actionId: string = ANSWER,
): KnownBlock =>
  ({
    type: 'input',
    block_id: blockId,
    label: plain(label, 2000),
    element: { ...element, action_id: actionId },
    optional,
    ...(hint && { hint: plain(hint, 2000) }),
    ...(dispatch && { dispatch_action: true }),
  }) as InputBlock;

export interface ModalParts {
  callbackId: string;
  title: string;
  blocks: KnownBlock[];
  submit?: string;
  close: string;
  /** At most 3,000 characters; comes back as a claim. */
  metadata?: string;
  notifyOnClose?: boolean;
}

/** Slack refuses a modal that asks for something and has no button to send it, so such a one isn't built at all. */
export function modal({ callbackId, title, blocks, submit, close, metadata, notifyOnClose }: ModalParts): ModalView {
  const asks = blocks.some(({ type }) => type === 'input');
  if (asks && !submit) throw new Error(`the modal ${callbackId} has fields, and nothing that sends them`);
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title, 24),
    close: plain(close, 24),
    ...(submit && { submit: plain(submit, 24) }),
    ...(metadata !== undefined && { private_metadata: metadata }),
    ...(notifyOnClose && { notify_on_close: true }),
    blocks,
  };
}

export const home = (blocks: KnownBlock[]): HomeView => ({ type: 'home', blocks: blocks.slice(0, 100) });
