import { useState } from 'preact/hooks';
import type { ViewView } from '../../../protocol.js';
import type { Form } from '../form.js';
import type { Interact } from '../interact.js';
import { faultsIn } from '../values/check.js';
import { slotsOf } from '../values/slots.js';
import type { Say } from '../words/index.js';

export interface Trouble {
  words: string;
  /** Slack's code, for whoever builds the app. */
  detail?: string;
}

/** Sends a form: Slack's own checks first, then the app's answer. Whatever happens, what was typed stays. */
export function useSubmit(view: ViewView, form: Form, interact: Interact, say: Say, showFirstError: () => void) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const showErrors = (errors: Record<string, string>) => {
    form.errors.value = errors;
    const known = new Set(slotsOf(view.blocks).map(({ blockId }) => blockId));
    const elsewhere = Object.entries(errors).filter(([blockId]) => !known.has(blockId));
    setTrouble(elsewhere.length > 0 ? { words: elsewhere.map(([, words]) => words).join(' ') } : undefined);
    showFirstError();
  };
  const fail = (error: string) => {
    setBusy(false);
    setTrouble({ words: say('modal.trouble'), detail: say('action.detail', { error }) });
  };
  const submit = async () => {
    if (busy || view.submit_disabled) return;
    const faults = Object.entries(faultsIn(view.blocks, form.values.peek()));
    if (faults.length > 0) {
      return showErrors(Object.fromEntries(faults.map(([blockId, { key, values }]) => [blockId, say(key, values)])));
    }
    setBusy(true);
    setTrouble(undefined);
    form.errors.value = {};
    const outcome = await interact.submit({ view_id: view.id, values: form.values.peek() });
    if (!outcome.ok) return fail(outcome.error);
    // A view that closes stays busy until it is gone, so that nobody sends it twice.
    if (outcome.closed) return;
    setBusy(false);
    if (outcome.errors && Object.keys(outcome.errors).length > 0) showErrors(outcome.errors);
  };
  const close = async (all: boolean) => {
    const outcome = await interact.close(all ? { view_id: view.id, all } : { view_id: view.id });
    if (!outcome.ok) fail(outcome.error);
  };
  return { busy, trouble, submit, close };
}
