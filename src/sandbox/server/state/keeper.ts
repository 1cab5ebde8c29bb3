import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SandboxProblem } from '../sandbox.js';
import type { State } from './state.js';

const restBeforeSaving = 200;

/** Keeps the workspace's state on disk, a moment after it changed. Without a folder it keeps nothing. */
export interface Keeper {
  load(): State | null;
  touched(state: State): void;
  close(): void;
  /** Where uploaded files lie; null: in memory. */
  filesFolder: string | null;
}

export function keepIn(folder: string | null): Keeper {
  return folder === null ? forgetful() : keeperOf(folder);
}

function forgetful(): Keeper {
  return { load: () => null, touched: () => {}, close: () => {}, filesFolder: null };
}

function keeperOf(folder: string): Keeper {
  const file = join(folder, 'workspace.json');
  const filesFolder = join(folder, 'files');
  mkdirSync(filesFolder, { recursive: true });
  let waiting: NodeJS.Timeout | null = null;
  let newest: State | null = null;
  const save = () => {
    if (waiting) clearTimeout(waiting);
    waiting = null;
    if (newest) replaceFile(file, JSON.stringify(newest));
    newest = null;
  };
  return {
    filesFolder,
    load: () => readState(file),
    touched(state) {
      newest = state;
      waiting ??= setTimeout(save, restBeforeSaving);
    },
    close: save,
  };
}

/** Written beside and renamed, so that a process killed while writing leaves the old state whole. */
function replaceFile(file: string, text: string): void {
  const beside = `${file}.new`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  renameSync(beside, file);
}

function readState(file: string): State | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const state = JSON.parse(text) as State;
    return state.version === 1 ? state : null;
  } catch (cause) {
    throw new SandboxProblem(
      `The sandbox's state in ${file} can't be read. Move it away to start with a new company.`,
      {
        cause,
      },
    );
  }
}
