// For the Slack CLI (.slack/hooks.json): the app's manifest as JSON.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const file = path.resolve(import.meta.dirname, '../manifest.yml');
console.log(JSON.stringify(parse(readFileSync(file, 'utf8'))));
