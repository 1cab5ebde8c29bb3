import { type Signal, signal } from '@preact/signals';
import type { Block, Container, Values } from '../../protocol.js';
import type { Names } from './names.js';
import type { Here } from './values/initial.js';
import { settle } from './values/settle.js';

/** What a person has filled in, in one message or view, and what came of it. */
export interface Form {
  values: Signal<Values>;
  /** Block id → what is wrong with it. */
  errors: Signal<Record<string, string>>;
  /** Block id → Slack's code for an action that didn't work. */
  failures: Signal<Record<string, string>>;
  /** Elements whose action is on its way, as `block/action`. */
  busy: Signal<ReadonlySet<string>>;
}

export function openForm(blocks: readonly Block[], here: Here, saved: Values = {}): Form {
  return {
    values: signal(settle(saved, blocks, here)),
    errors: signal({}),
    failures: signal({}),
    busy: signal(new Set()),
  };
}

/** Takes in blocks that the app sent anew, without losing what was typed. */
export function renew(form: Form, blocks: readonly Block[], here: Here): void {
  form.values.value = settle(form.values.peek(), blocks, here);
}

/** The current conversation: a message's own, and over a view the one that the person was looking at. */
export function hereOf(container: Container, names: Names): Here {
  const conversation = container.type === 'message' ? container.channel : names.here();
  return conversation ? { conversation } : {};
}

export function without(entries: Record<string, string>, key: string): Record<string, string> {
  const { [key]: _, ...rest } = entries;
  return rest;
}
