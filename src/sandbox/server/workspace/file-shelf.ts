import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of uploaded files. */
export interface FileShelf {
  put(id: string, bytes: Buffer): void;
  get(id: string): Buffer | null;
  remove(id: string): void;
}

export function openShelf(folder: string | null): FileShelf {
  return folder === null ? shelfInMemory() : shelfIn(folder);
}

function shelfInMemory(): FileShelf {
  const kept = new Map<string, Buffer>();
  return {
    put: (id, bytes) => void kept.set(id, bytes),
    get: (id) => kept.get(id) ?? null,
    remove: (id) => void kept.delete(id),
  };
}

function shelfIn(folder: string): FileShelf {
  return {
    put: (id, bytes) => writeFileSync(join(folder, id), bytes, { mode: 0o600 }),
    get(id) {
      try {
        return readFileSync(join(folder, id));
      } catch {
        return null;
      }
    },
    remove: (id) => rmSync(join(folder, id), { force: true }),
  };
}
