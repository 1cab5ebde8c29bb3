import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inEnglish } from './words/say.js';

const policy =
  "default-src 'self'; img-src 'self' data: blob: https:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'";

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The built page at `/`, or a sentence where it isn't built. Only files that were there at the start are served. */
export function servePage(server: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    server.get('/', (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send(`${inEnglish('page-not-built')}\n`),
    );
    return;
  }
  for (const file of filesUnder(folder)) {
    const path = `/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`;
    for (const url of path === '/index.html' ? ['/', path] : [path]) serveFile(server, url, file);
  }
}

function serveFile(server: FastifyInstance, url: string, file: string): void {
  const type = types[extname(file)] ?? 'application/octet-stream';
  // Built files carry their contents' hash in their name, and may be kept for good.
  const keep = /-[\w-]{8,}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
  server.get(url, (_request, reply) =>
    reply
      .type(type)
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', keep)
      .send(readFileSync(file)),
  );
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}
