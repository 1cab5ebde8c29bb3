import { computed, signal } from '@preact/signals';
import type { AppView, Calls, ClockView, Start } from '../../protocol.js';
import { type Answer, type CallName, call } from '../api.js';
import { sentenceFor } from '../words/errors.js';
import { languageOf, say, type WordKey, type WordValues } from '../words/words.js';
import { people } from './people.js';

/** The person in whose name this window acts. */
export const me = signal('');
export const workspace = signal<Start['workspace'] | null>(null);
export const app = signal<AppView | null>(null);
/** `connecting` until the first answer; `lost` while the server can't be reached. */
export const link = signal<'connecting' | 'on' | 'lost'>('connecting');

export const myself = computed(() => people.value.get(me.value));
export const timeZone = computed(() => myself.value?.tz ?? 'UTC');
/** Until it is known who looks, the language is the browser's. */
export const locale = computed(() => (myself.value?.locale || navigator.language || 'en-GB').replace('_', '-'));
export const language = computed(() => languageOf(locale.value));
export const reader = computed(() => ({ timeZone: timeZone.value, locale: locale.value }));

export const t = (key: WordKey, values?: WordValues): string => say(language.value, key, values);
export const sentence = (error: string, values?: WordValues): string => sentenceFor(language.value, error, values);

export const ask = <Name extends CallName>(name: Name, request: Calls[Name][0]): Promise<Answer<Name>> =>
  call(me.value, name, request);

/** The workspace's clock: how far its time is from this computer's, and a beat on which shown times are renewed. */
export const clock = signal<ClockView>({ now: Date.now(), offset: 0 });
const ahead = signal(0);
const beat = signal(0);

export function setClock(view: ClockView): void {
  ahead.value = view.now - Date.now();
  clock.value = view;
}

export const now = (): number => Date.now() + ahead.peek();

/** Now, for what is on screen: reading it draws the reader again with the clock. */
export function shownNow(): number {
  void beat.value;
  return Date.now() + ahead.value;
}

export const startBeating = (): void => {
  setInterval(() => beat.value++, 5_000);
};
