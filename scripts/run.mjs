// Runs one of the bot's own programs, built first where needed: `node scripts/run.mjs doctor`.
import { build } from './build.mjs';

const [program, ...rest] = process.argv.slice(2);
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.argv.splice(1, process.argv.length - 1, program, ...rest);
await import(`../dist/${program}.js`);
