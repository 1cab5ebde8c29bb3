import { signal } from '@preact/signals';
import { upload } from '../api.js';
import { draftOf, keepDraft } from './drafts.js';
import { me, sentence } from './session.js';

/** A file on its way to the server; `done` from 0 to 1. */
export interface Upload {
  id: number;
  name: string;
  done: number;
  error?: string;
}

const uploads = signal<ReadonlyMap<string, Upload[]>>(new Map());
let count = 0;

export const uploadsOf = (key: string): Upload[] => uploads.value.get(key) ?? [];

const set = (key: string, list: Upload[]): void => {
  uploads.value = new Map(uploads.peek()).set(key, list);
};
const change = (key: string, id: number, part: Partial<Upload>): void =>
  set(
    key,
    (uploads.peek().get(key) ?? []).map((one) => (one.id === id ? { ...one, ...part } : one)),
  );

export const dropUpload = (key: string, id: number): void =>
  set(
    key,
    (uploads.peek().get(key) ?? []).filter((one) => one.id !== id),
  );

/** Uploads files for the message that is being written. Each goes by itself, so that one failure costs one file. */
export function attach(key: string, files: File[]): void {
  for (const file of files) void attachOne(key, file);
}

async function attachOne(key: string, file: File): Promise<void> {
  const id = ++count;
  set(key, [...(uploads.peek().get(key) ?? []), { id, name: file.name, done: 0 }]);
  const answer = await upload(me.peek(), [file], (done) => change(key, id, { done }));
  if (!answer.ok) return change(key, id, { error: sentence(answer.error) });
  dropUpload(key, id);
  const draft = draftOf(key);
  keepDraft(key, { ...draft, files: [...draft.files, ...answer.files] });
}
