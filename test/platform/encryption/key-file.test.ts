import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeyFileProblem, keysFrom } from '../../../src/platform/encryption/key-file.js';
import { open, seal } from '../../../src/platform/encryption/seal.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'switchboard-keys-'));
  file = path.join(folder, 'data', 'encryption.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = { table: 't', row: 'r', field: 'f' };
const keys = () => keysFrom({ kind: 'file', path: file });

it('is made with the first start, for nobody else to read, and found by the next', () => {
  const envelope = seal(keys(), 'kept', place);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(['encryption.key']);
  expect(open(keys(), envelope, place)).toBe('kept');
});

it('is another one in every installation', () => {
  keys();
  const before = readFileSync(file, 'utf8');
  rmSync(file);
  keys();
  expect(readFileSync(file, 'utf8')).not.toBe(before);
});

it('is never replaced where it was damaged: the start is refused with what to do', () => {
  keys();
  writeFileSync(file, 'local:damaged');
  expect(keys).toThrow(KeyFileProblem);
  expect(keys).toThrow(/Put back the file that was there/);
  expect(readFileSync(file, 'utf8')).toBe('local:damaged');
});
