import { computed, signal } from '@preact/signals';
import type { TrafficEntry } from '../../protocol.js';
import { fold } from '../text/completion.js';
import { ask } from './session.js';

export const traffic = signal<TrafficEntry[]>([]);
export const filter = signal('');
export const onlyErrors = signal(false);
const clearedUpTo = signal(0);
const mostKept = 500;

export function putTraffic(entries: TrafficEntry[]): void {
  const merged = new Map(traffic.peek().map((entry) => [entry.id, entry]));
  for (const entry of entries) merged.set(entry.id, entry);
  traffic.value = [...merged.values()].sort((a, b) => a.id - b.id).slice(-mostKept);
}

export const isFiltered = computed(() => filter.value.trim() !== '' || onlyErrors.value);

/** The lines that pass the filter, newest first. */
export const shownTraffic = computed(() => {
  const wanted = fold(filter.value.trim());
  return traffic.value
    .filter((entry) => entry.id > clearedUpTo.value && !(onlyErrors.value && entry.ok))
    .filter((entry) => !wanted || fold(`${entry.name} ${entry.error ?? ''}`).includes(wanted))
    .reverse();
});

export function clearTraffic(): void {
  clearedUpTo.value = traffic.peek().at(-1)?.id ?? 0;
}

export async function loadTraffic(): Promise<void> {
  const answer = await ask('traffic', {});
  if (answer.ok) putTraffic(answer.entries);
}

export function forgetTraffic(): void {
  traffic.value = [];
  clearedUpTo.value = 0;
}
