import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// The rules of the house: imports run one way, so that a desk can be read without knowing Slack or its neighbours.

const root = path.resolve('src');

interface Import {
  from: string;
  to: string;
}

/** `departments/it/help-desk/views/card.ts` → the desk that it belongs to; null outside of desks. */
const deskOf = (file: string): string | null => /^departments\/([^/]+\/[^/]+)\//.exec(file)?.[1] ?? null;
const isIn =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(`${folder}/`));

/** Each says what may not be: who, importing what. */
const rules: { rule: string; breaks: (one: Import) => boolean }[] = [
  {
    rule: 'a desk never imports another desk',
    breaks: ({ from, to }) => deskOf(from) !== null && deskOf(to) !== null && deskOf(from) !== deskOf(to),
  },
  {
    rule: 'a desk stands on the platform alone, and knows neither Slack’s side nor the sandbox',
    breaks: ({ from, to }) => deskOf(from) !== null && deskOf(to) === null && !isIn('platform', 'generated')(to),
  },
  {
    rule: 'the list of desks imports desks and the platform',
    breaks: ({ from, to }) => from === 'departments/index.ts' && !isIn('departments', 'platform')(to),
  },
  {
    rule: 'a desk is entered by its door, index.ts, from outside',
    breaks: ({ from, to }) => deskOf(from) === null && deskOf(to) !== null && !to.endsWith('/index.ts'),
  },
  {
    rule: 'the platform knows no desk, no Slack and no sandbox',
    breaks: ({ from, to }) => isIn('platform')(from) && !isIn('platform', 'generated')(to),
  },
  {
    rule: 'slack/ imports only the platform',
    breaks: ({ from, to }) => isIn('slack')(from) && !isIn('slack', 'platform')(to),
  },
  {
    rule: 'the sandbox imports nothing of the bot',
    breaks: ({ from, to }) => isIn('sandbox')(from) && !isIn('sandbox')(to),
  },
  {
    rule: 'the bot imports nothing of the sandbox but its start, in main',
    breaks: ({ from, to }) =>
      !isIn('sandbox')(from) && isIn('sandbox')(to) && !(to === 'sandbox/start.ts' && from === 'main.ts'),
  },
];

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated/'));

/** Static and dynamic imports, re-exports and types: all of them are knowledge. */
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{1,2}\/[^'"]*)['"]/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map(([, target = '']) => ({
    from: file,
    to: path.posix
      .join(path.posix.dirname(file), target)
      .replace(/\.js$/, '.ts')
      .replace(/\.jsx$/, '.tsx'),
  }));
}

const all = sources.flatMap(importsOf);
const breaking = (imports: readonly Import[], breaks: (one: Import) => boolean) =>
  imports.filter(breaks).map(({ from, to }) => `${from} imports ${to}`);

describe('the rules of the house', () => {
  it('are held against the files that there are', () => {
    expect(sources).toEqual(expect.arrayContaining(['departments/index.ts', 'departments/office/hub/index.ts']));
    expect(all.length).toBeGreaterThan(sources.length);
  });

  it.each(rules)('$rule', ({ breaks }) => expect(breaking(all, breaks)).toEqual([]));

  it.each([
    ['departments/it/help-desk/service.ts', 'departments/office/hub/index.ts'],
    ['departments/it/help-desk/service.ts', 'slack/sender.ts'],
    ['departments/it/help-desk/service.ts', 'sandbox/protocol.ts'],
    ['departments/it/help-desk/service.ts', 'departments/index.ts'],
    ['departments/index.ts', 'slack/connect.ts'],
    ['departments/index.ts', 'departments/it/help-desk/views/card.ts'],
    ['platform/office.ts', 'departments/index.ts'],
    ['platform/office.ts', 'slack/workspace.ts'],
    ['platform/office.ts', 'sandbox/protocol.ts'],
    ['slack/home.ts', 'departments/index.ts'],
    ['slack/home.ts', 'sandbox/start.ts'],
    ['sandbox/start.ts', 'platform/time.ts'],
    ['sandbox/web/main.tsx', 'platform/words/words.ts'],
    ['start.ts', 'sandbox/start.ts'],
    ['main.ts', 'sandbox/server/world.ts'],
  ])('would be broken if %s imported %s', (from, to) => {
    expect(rules.filter(({ breaks }) => breaks({ from, to }))).not.toEqual([]);
  });

  it.each([
    ['departments/it/help-desk/views/card.ts', 'departments/it/help-desk/words.ts'],
    ['departments/it/help-desk/views/card.ts', 'platform/blocks.ts'],
    ['departments/index.ts', 'departments/it/help-desk/index.ts'],
    ['main.ts', 'sandbox/start.ts'],
    ['start.ts', 'departments/index.ts'],
    ['slack/home.ts', 'platform/blocks.ts'],
  ])('allow %s to import %s', (from, to) => {
    expect(rules.filter(({ breaks }) => breaks({ from, to }))).toEqual([]);
  });
});
