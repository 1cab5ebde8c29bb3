// `npm run migrate:new -- add_priority` writes the SQL that leads from the migrations to the schema, for a person to read
// and finish: it gives no warning of data that is lost. `--check` fails where the schema has changes without a migration.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrationsFolder, missingSql } from './schema-engine.mjs';

const [wish] = process.argv.slice(2);
const isCheck = wish === '--check';

if (!isCheck && !/^[a-z0-9_]+$/.test(wish ?? '')) {
  console.error('Say what it is called, in snake_case: npm run migrate:new -- add_priority');
  process.exit(64);
}

const sql = await missingSql();
if (sql === null) {
  console.log(isCheck ? 'The migrations match the schema.' : 'The schema has no changes: there is nothing to migrate.');
} else if (isCheck) {
  console.error(`The schema has changes without a migration; run npm run migrate:new -- <name>\n${sql}`);
  process.exit(1);
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${wish}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  console.log(path.join(folder, 'migration.sql'));
}
process.exit(0);
