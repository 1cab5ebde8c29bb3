// Builds the bot and the sandbox's page into dist/, unless what is there was built from the same sources.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const stampFile = path.join(root, 'dist/.built-from');
const sources = ['src', 'prisma/schema', 'scripts', 'package-lock.json', 'tsconfig.json', 'prisma.config.ts'];

function* filesUnder(place) {
  const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(place, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* filesUnder(file);
    } else yield file;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources.map((name) => path.join(root, name)).filter(existsSync)) {
    const files = path.extname(source) ? [source] : filesUnder(source);
    for (const file of files)
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function run(name, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} failed:\n${Buffer.concat(said).toString()}`)),
    );
  });
}

/** Where a package's command is, from its package.json. */
function command(name, bin = name) {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve(`${name}/package.json`));
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bins === 'string' ? bins : bins[bin]);
}

export async function build({ force = false } = {}) {
  const print = fingerprint();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print) return false;
  if (!existsSync(path.join(root, 'node_modules/typescript'))) {
    throw new Error('The build needs the development packages: run "npm ci" first.');
  }
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const compile = async () => {
    await run('prisma generate', [path.join(root, 'scripts/generate.mjs')]);
    const check = run('tsc', [command('typescript', 'tsc'), '-p', 'tsconfig.json']);
    await Promise.all([check, run('rolldown', [path.join(root, 'scripts/bundle.mjs')])]);
  };
  const page = run('vite build', [
    command('vite'),
    'build',
    '-c',
    'src/sandbox/web/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  await Promise.all([compile(), page]);
  writeFileSync(stampFile, print);
  return true;
}

if (import.meta.filename === process.argv[1]) {
  build({ force: process.argv.includes('--force') }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
