import { desks } from './departments/index.js';
import { examine } from './doctor/examine.js';
import type { Finding } from './doctor/finding.js';
import { loadEnvFile } from './platform/config/env-file.js';

// `npm run doctor`: one line for each thing that the office needs; the exit code is 1 where something has to be mended.

const marks: Record<Finding['is'], string> = { well: '✓', ill: '✗', note: '·' };

loadEnvFile();
let illnesses = 0;
for await (const { is, says } of examine(process.env, desks)) {
  console.log(`${marks[is]} ${says}`);
  if (is === 'ill') illnesses++;
}
console.log(illnesses === 0 ? 'Nothing stands in the way of npm start.' : `To be mended: ${illnesses}.`);
process.exit(illnesses === 0 ? 0 : 1);
