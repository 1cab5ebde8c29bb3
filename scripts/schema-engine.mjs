// Prisma's schema engine as WebAssembly from npm: what the downloaded program does, with nothing downloaded. It is only
// ever given a database in memory; a real server handed to it as its shadow would be migrated.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const nothingFiltered = { externalTables: [], externalEnums: [] };

export const schemaFolder = 'prisma/schema';
export const migrationsFolder = 'prisma/migrations';

/** The SQL that leads from the migrations to the schema; null where they agree. A migration that fails is an error. */
export async function missingSql() {
  const files = schemaFiles();
  const lite = new PGlite();
  const engine = await openEngine(files, new PrismaPGlite(lite));
  await engine.applyMigrations({ migrationsList: migrationsList(), filters: nothingFiltered });
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: nothingFiltered,
  });
  await lite.close();
  return exitCode === 2 ? stdout : null;
}

async function openEngine(files, adapter) {
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile()), { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const datamodels = files.map(({ path: file, content }) => [file, content]);
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

const wasmFile = () =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );

const schemaFiles = () =>
  readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => path.join(schemaFolder, name))
    .map((file) => ({ path: file, content: readFileSync(file, 'utf8') }));

function migrationsList() {
  const lockFile = path.join(migrationsFolder, 'migration_lock.toml');
  return {
    baseDir: path.resolve(migrationsFolder),
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(name) } },
    })),
  };
}

const migrationNames = () =>
  existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

const readMigration = (name) => readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8');
