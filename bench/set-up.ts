import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { personId } from './requests.js';

/** What `/backoffice setup` would store: a triage channel, and one person who staffs the desk and leads it. */
const statements = [
  `INSERT INTO "Setting" ("key", "value", "updatedBy", "updatedAt")
   VALUES ('it.help-desk', '{"triage": "C0BENCH"}', 'bench', now())`,
  `INSERT INTO "StaffMember" ("desk", "role", "personId")
   VALUES ('it.help-desk', 'technician', '${personId(0)}'), ('it.help-desk', 'lead', '${personId(0)}')`,
];

export async function setUpServed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** While no bot runs on the folder: two at once would damage it. */
export async function setUpEmbedded(dataFolder: string): Promise<void> {
  const database = await PGlite.create(path.join(dataFolder, 'pglite'));
  for (const statement of statements) await database.exec(statement);
  await database.close();
}
