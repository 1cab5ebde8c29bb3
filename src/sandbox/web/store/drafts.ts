import { signal } from '@preact/signals';
import type { FileView } from '../../protocol.js';
import type { Pick } from '../text/slack.js';

/** What a person began to write in one conversation. */
export interface Draft {
  text: string;
  picks: Pick[];
  files: FileView[];
  broadcast: boolean;
}

export const empty: Draft = { text: '', picks: [], files: [], broadcast: false };
export const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

export const draftKey = (person: string, channel: string, thread?: string): string =>
  [person, channel, thread ?? ''].join('/');

export const draftOf = (key: string): Draft => drafts.value.get(key) ?? empty;

export function keepDraft(key: string, draft: Draft): void {
  const kept = new Map(drafts.peek());
  if (draft.text === '' && draft.files.length === 0) kept.delete(key);
  else kept.set(key, draft);
  drafts.value = kept;
}

export const hasDraft = (person: string, channel: string): boolean => drafts.value.has(draftKey(person, channel));
