import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '../refusal.js';
import type { StoredFile } from '../state/state.js';
import { expectFile, receiveBytes } from '../workspace/files.js';
import type { World } from '../world.js';
import { needMe } from './door.js';
import { fileView } from './shapes.js';

/** Uploads of the page, and files and pictures for it. */
export function openPageFiles(server: FastifyInstance, world: World): void {
  server.post('/_page/upload', async (request) => {
    try {
      const me = needMe(world, (request.query as { as?: unknown }).as);
      const files: StoredFile[] = [];
      for await (const part of request.files()) {
        const bytes = await part.toBuffer();
        const file = expectFile(world, { name: part.filename || 'file', size: bytes.length, user: me.id });
        receiveBytes(world, file, bytes);
        files.push(file);
      }
      return { ok: true, files: files.map((file) => fileView(world, file)) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.code };
      throw error;
    }
  });
  server.get('/_page/files/:id/:name', (request, reply) => {
    const file = world.state.files[(request.params as { id: string }).id];
    return file ? sendFile(world, file, reply) : reply.code(404).send('');
  });
  server.get('/_page/avatars/:file', (request, reply) => {
    const person = world.state.people[(request.params as { file: string }).file.replace(/\.svg$/, '')];
    if (!person) return reply.code(404).send('');
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'max-age=3600')
      .send(avatar(person.realName, person.color));
  });
}

/** Sent so that nothing in it can run on this address. */
export function sendFile(world: World, file: StoredFile, reply: FastifyReply): FastifyReply {
  const bytes = file.deleted ? null : world.shelf.get(file.id);
  if (!bytes) return reply.code(404).send('');
  const isShown = /^(image\/(png|jpeg|gif|webp|svg\+xml)|audio\/|video\/|application\/pdf|text\/plain)/.test(
    file.mimetype,
  );
  return reply
    .type(isShown ? file.mimetype : 'application/octet-stream')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header(
      'content-disposition',
      `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .send(bytes);
}

function avatar(name: string, color: string): string {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const safe = initials.replace(/[<>&"']/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 72 72"><rect width="72" height="72" rx="12" fill="#${color}"/><text x="36" y="37" fill="#fff" font-family="system-ui,sans-serif" font-size="28" font-weight="600" text-anchor="middle" dominant-baseline="central">${safe}</text></svg>`;
}
