import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/sandbox/web',
    emptyOutDir: true,
    target: 'es2022',
    // The names of all emoji; they come after the page.
    chunkSizeWarningLimit: 700,
  },
  // For `vite`: the page with live changes, against a sandbox that runs.
  server: { proxy: { '/_page': { target: 'http://127.0.0.1:3000', ws: true } } },
});
