// Some registries lack optional packages of other platforms; a lock file made there misses their entries, and
// `npm ci` then refuses it ("Missing: … from lock file"). This adds them by name and version, without a hash.
// Run it after each `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = /(darwin|linux|win32|freebsd|android|openharmony|sunos|aix|netbsd|openbsd)/;
const CPU = /(arm64|x64|ia32|ppc64|s390x|riscv64|loong64|mips64el|wasm32|arm)/;

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;

/** Whether `name` resolves from the package installed at `from`, walking up as Node does. */
function resolves(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/'))).replace(/\/$/, '')) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

function entryFor(name, range, dev) {
  const os = name.match(OS)?.[1];
  const cpu = name.match(CPU)?.[1];
  if (!os && !cpu) return undefined;
  const libc = name.includes('musl') ? ['musl'] : os === 'linux' && name.includes('gnu') ? ['glibc'] : undefined;
  return {
    version: range.replace(/^[\^~=]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

let added = 0;
for (const [at, pkg] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
    if (resolves(at, name)) continue;
    const entry = entryFor(name, range, pkg.dev);
    if (!entry) console.warn(`not a platform package, left alone: ${name} ${range}`);
    else {
      packages[`node_modules/${name}`] = entry;
      added++;
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} entries added`);
