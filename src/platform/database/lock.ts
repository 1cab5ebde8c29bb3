import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { codeOf } from '../errors/caught.js';
import { DatabaseProblem, FolderInUse } from './problem.js';
import { bootId, startOf } from './process-identity.js';

const holder = z.object({
  id: z.string(),
  pid: z.number(),
  host: z.string(),
  boot: z.string().nullable(),
  started: z.string().nullable(),
});
type Holder = z.output<typeof holder>;

const BEAT_MS = 5_000;
const SILENT_AFTER_MS = 30_000;

/**
 * Takes an embedded database's folder for this process alone; two processes on one folder would lose rows. Returns how to
 * give it back. What a crash left behind is cleaned up, also when another process got its number since.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = `${path.resolve(folder)}.lock`;
  const mine = { id: randomUUID(), pid: process.pid, host: hostname(), boot: bootId(), started: startOf(process.pid) };
  const draft = `${file}.${mine.id}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    take(file, draft, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return hold(file, mine.id);
}

function take(file: string, draft: string, folder: string): void {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (linked(draft, file)) return;
    const found = read(file);
    if (found && isHeld(file, found)) throw inUse(folder, found);
    discard(file, found, folder);
  }
  throw new DatabaseProblem(`The lock ${file} can't be taken. Delete it if no other Switchboard is running.`);
}

/** A link appears whole or not at all, so nobody ever reads a lock that is half written. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same stale lock: renaming lets one of them have it, and it looks at what it got. */
function discard(file: string, stale: Holder | null, folder: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const got = read(aside);
  const isAnother = got !== null && got.id !== stale?.id;
  if (isAnother) linked(aside, file);
  rmSync(aside, { force: true });
  if (isAnother) throw inUse(folder, got);
}

/** On another machine or in another container a process can't be looked up, so its lock lives while it is being touched. */
function isHeld(file: string, { pid, host, boot, started }: Holder): boolean {
  if (host !== hostname()) return Date.now() - touchedAt(file) < SILENT_AFTER_MS;
  if (boot !== bootId()) return false;
  const now = startOf(pid);
  return now === null ? isAlive(pid) && started === null : now === started;
}

function hold(file: string, id: string): () => void {
  const beat = setInterval(() => touch(file), BEAT_MS).unref();
  return () => {
    clearInterval(beat);
    if (read(file)?.id === id) rmSync(file, { force: true });
  };
}

function read(file: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder was deleted under the running bot; the database will say so itself.
  }
}

function touchedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const inUse = (folder: string, { pid, host }: Holder): FolderInUse =>
  new FolderInUse(
    `${folder} is in use by process ${pid}${host === hostname() ? '' : ` on ${host}`}. Stop that one first, or set ` +
      'DATABASE_URL to a PostgreSQL server, which several may share.',
  );
