// Packs the bot's programs, with the packages that they use, into few files under dist/: a start that reads a thousand
// small ones takes twice as long and more memory.
import path from 'node:path';
import { rolldown } from 'rolldown';

const root = path.resolve(import.meta.dirname, '..');

const programs = [
  'main',
  'doctor',
  'audit-verify',
  'import',
  'keys-rotate',
  'backup',
  'restore',
  'move',
  'sandbox/alone',
];

/** These read files that lie beside their code, or are fetched only where they are wanted. */
const leftAlone = [
  '@electric-sql/pglite',
  '@opentelemetry/sdk-node',
  '@prisma/client',
  '@resvg/resvg-wasm',
  'dejavu-fonts-ttf',
  'echarts',
  'fontkit',
  'pdfkit',
];

/** Names and lines stay as they were written, so that an error in the log says where it comes from. */
const readable = { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } };

const packed = await rolldown({
  cwd: root,
  input: Object.fromEntries(programs.map((program) => [program, `src/${program}.ts`])),
  platform: 'node',
  tsconfig: 'tsconfig.json',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  external: (id) => leftAlone.some((name) => id === name || id.startsWith(`${name}/`)),
});
await packed.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  comments: false,
  minify: readable,
});
await packed.close();
