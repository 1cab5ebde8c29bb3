import { useComputed, useSignal } from '@preact/signals';
import { complete, type Trigger, triggerAt } from '../text/completion.js';
import { type Candidate, candidatesFor } from './candidates.js';
import type { Written } from './written.js';

/** Keeps the completion list: what is offered, which line is chosen, and what the keys do to it. */
export function useCompletion(mayCommand: boolean) {
  const trigger = useSignal<Trigger | null>(null);
  const at = useSignal(0);
  const dismissed = useSignal(-1);
  const offered = useComputed((): Candidate[] => {
    const asked = trigger.value;
    if (!asked || asked.start === dismissed.value) return [];
    const found = candidatesFor(asked, mayCommand);
    // A command typed in full is ready to be sent: Enter must not complete it once more.
    const whole = asked.kind === 'command' && found[0]?.id === `/${asked.query}`;
    return whole && found.length === 1 ? [] : found;
  });

  const look = (text: string, caret: number) => {
    const next = triggerAt(text, caret);
    const same = next?.kind === trigger.value?.kind && next?.query === trigger.value?.query;
    if (!same) at.value = 0;
    if (next?.start !== trigger.value?.start) dismissed.value = -1;
    trigger.value = next;
  };
  const close = () => {
    dismissed.value = trigger.value?.start ?? -1;
  };
  const choose = (written: Written, candidate: Candidate): { written: Written; caret: number } | null => {
    if (!trigger.value) return null;
    const done = complete(written.text, trigger.value, candidate.inserted);
    trigger.value = null;
    const { pick } = candidate;
    const picks = pick ? [...written.picks.filter((known) => known.shown !== pick.shown), pick] : written.picks;
    return { written: { text: done.text, picks }, caret: done.caret };
  };
  const step = (by: number) => {
    const { length } = offered.value;
    at.value = (at.value + by + length) % length;
  };
  return { offered, at, look, close, choose, step };
}
