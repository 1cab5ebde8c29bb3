// `npm start`: builds what is not built yet, then opens the office in this same process.
import { build } from './build.mjs';

try {
  if (await build()) console.log('Built.');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/main.js');
