import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { codeOf } from '../errors/caught.js';
import { type DatabaseTarget, openDatabase } from './database.js';
import { DatabaseProblem } from './problem.js';

/** Writes the whole database into a file: an embedded one as an archive of its folder, a server's by its own `pg_dump`. */
export async function backUp(target: DatabaseTarget, file: string): Promise<void> {
  if (existsSync(file)) throw new DatabaseProblem(`${file} is there already: a backup is never written over another.`);
  if (target.kind === 'postgres')
    return runTool('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`], target.url);
  const database = await openDatabase(target, { migrate: 'look' });
  try {
    const dump = await database.dump?.();
    // Only its owner may read it: it holds what the database holds.
    if (dump) await writeFile(file, new Uint8Array(await dump.arrayBuffer()), { mode: 0o600 });
  } finally {
    await database.close();
  }
}

/** Puts a backup in the place of what is there; an embedded database that was there is laid aside. Returns where. */
export async function restore(target: DatabaseTarget, file: string, now: Date): Promise<string | null> {
  if (!existsSync(file)) throw new DatabaseProblem(`${file} isn't there.`);
  if (target.kind === 'postgres') {
    const options = ['--clean', '--if-exists', '--no-owner', '--single-transaction', '--exit-on-error'];
    await runTool('pg_restore', [...options, file], target.url);
    return null;
  }
  const { folder } = target;
  if (folder === null) throw new DatabaseProblem('A database in memory has no place to restore to.');
  const load = new Blob([await readFile(file)]);
  const aside = existsSync(folder) ? `${folder}.before-${now.toISOString().replace(/[:.]/g, '-')}` : null;
  if (aside) await rename(folder, aside);
  const database = await openDatabase({ kind: 'pglite', folder, load }).catch(async (error: unknown) => {
    throw new DatabaseProblem(
      `${file} is no backup of an embedded database${aside ? `; what was there lies in ${aside}` : ''}.`,
      { cause: error },
    );
  });
  await database.close();
  return aside;
}

/** The password goes by the environment, where other users of the machine can't read it. */
function runTool(tool: 'pg_dump' | 'pg_restore', options: readonly string[], url: string): Promise<void> {
  const { password, ...address } = withoutPassword(url);
  const where = tool === 'pg_dump' ? [address.url] : ['--dbname', address.url];
  const child = spawn(tool, [...options, ...where], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(
        codeOf(error) === 'ENOENT'
          ? new DatabaseProblem(`${tool} isn't installed here: it comes with PostgreSQL's client programs.`)
          : error,
      ),
    );
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new DatabaseProblem(`${tool} ended with ${code}: it says why above.`)),
    );
  });
}

function withoutPassword(url: string): { url: string; password: string } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { url: address.href, password };
}
