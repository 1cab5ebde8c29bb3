import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { type DatabaseTarget, type OpenDatabase, openDatabase } from '../platform/database/database.js';
import { DatabaseProblem, FolderInUse } from '../platform/database/problem.js';
import { messageOf } from '../platform/errors/caught.js';
import { type Finding, ill, note, well } from './finding.js';

export interface DatabaseState {
  /** Open, where there is one with everything in it; whoever asked closes it. */
  database: OpenDatabase | null;
  findings: Finding[];
}

/** Looks at the database and changes nothing in it: migrations are applied by the next start. */
export async function examineDatabase(target: DatabaseTarget): Promise<DatabaseState> {
  if (target.kind === 'pglite' && !isThere(target.folder)) {
    return { database: null, findings: [examineFolder(target.folder ?? '.')] };
  }
  try {
    const database = await openDatabase(target, { migrate: 'look' });
    const findings = [well('The database answers.'), migrationsOf(database)];
    if (database.pending.length === 0) return { database, findings };
    await database.close();
    return { database: null, findings };
  } catch (error) {
    return { database: null, findings: [explain(error)] };
  }
}

const isThere = (folder: string | null): boolean => folder !== null && existsSync(path.join(folder, 'PG_VERSION'));

/** A first start makes the folder: it must be able to. */
function examineFolder(folder: string): Finding {
  const existing = nearestExisting(path.resolve(folder));
  try {
    accessSync(existing, constants.W_OK);
    return well(`The first start will make a database in ${folder}.`);
  } catch {
    return ill(`Nothing can be written in ${existing}: change its permissions, or set DATA_FOLDER to another folder.`);
  }
}

const nearestExisting = (folder: string): string =>
  existsSync(folder) ? folder : nearestExisting(path.dirname(folder));

function migrationsOf({ pending }: OpenDatabase): Finding {
  if (pending.length === 0) return well('All migrations are applied.');
  return note(`The next start will apply ${pending.length} of the migrations: ${pending.join(', ')}.`);
}

function explain(error: unknown): Finding {
  if (error instanceof FolderInUse) {
    return note('The embedded database is in use, probably by the bot itself; stop the bot to have it examined too.');
  }
  return ill(error instanceof DatabaseProblem ? error.message : `The database can't be used: ${messageOf(error)}`);
}
