import { type Signal, signal } from '@preact/signals';
import type { Block, Container, Values } from '../../protocol.js';
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

export function openForm(blocks: readonly Block[], container: Container, saved: Values = {}): Form {
  return {
    values: signal(settle(saved, blocks, hereOf(container))),
    errors: signal({}),
    failures: signal({}),
    busy: signal(new Set()),
  };
}

/** Takes in blocks that the app sent anew, without losing what was typed. */
export function renew(form: Form, blocks: readonly Block[], container: Container): void {
  form.values.value = settle(form.values.peek(), blocks, hereOf(container));
}

const hereOf = (container: Container) => (container.type === 'message' ? { conversation: container.channel } : {});

export function without(entries: Record<string, string>, key: string): Record<string, string> {
  const { [key]: _, ...rest } = entries;
  return rest;
}
