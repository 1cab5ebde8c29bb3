import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openApi } from './api/door.js';
import { method } from './api/method.js';
import { isWelcome } from './guard.js';
import { openPageDoor } from './page/door.js';
import { openPageFiles } from './page/files.js';
import type { Parts } from './parts.js';
import { openPermalinks } from './permalinks.js';
import { printPapers } from './press.js';
import { type SandboxOptions, SandboxProblem } from './sandbox.js';
import { servePage } from './static-page.js';
import { openWire } from './wire.js';

const largestUpload = 200 * 1024 * 1024;

/** The web server with all its doors: the Web API, the app's other addresses, and the page. */
export async function openServer(parts: Parts, pageFolder: string, onReset: () => void): Promise<FastifyInstance> {
  const { world, post, traffic, delivery } = parts;
  const hosts = new Set(parts.options.hostNames ?? []);
  const server = Fastify({ bodyLimit: largestUpload, forceCloseConnections: true });
  server.addHook('onRequest', async (request, reply) => {
    if (!isWelcome(request.headers, hosts)) return reply.code(403).send({ ok: false, error: 'invalid_origin' });
  });
  await server.register(formbody);
  await server.register(multipart, { limits: { fileSize: largestUpload, files: 10 } });
  openApi(server, { ...parts, more: [connectionsOpen(parts)] });
  openWire(server, world, traffic);
  openPageDoor(server, { world, post, traffic, delivery, reset: onReset });
  openPageFiles(server, world);
  openPermalinks(server);
  printPapers(server, world.clock.now);
  servePage(server, pageFolder);
  server.server.on('upgrade', (request, connection, head) => upgrade(parts, hosts, request, connection, head));
  return server;
}

/** Where Socket Mode begins. */
const connectionsOpen = ({ world, socket }: Parts) =>
  method(
    { name: 'apps.connections.open', scopes: [], tier: 'none', token: 'app', errors: [], args: z.object({}) },
    () => {
      const address = world.address().replace(/^http/, 'ws');
      return { url: `${address}/link/?ticket=${socket.ticket()}&app_id=${world.state.app.id}` };
    },
  );

function upgrade(
  parts: Parts,
  hosts: ReadonlySet<string>,
  request: IncomingMessage,
  connection: Duplex,
  head: Buffer,
): void {
  const path = (request.url ?? '').split('?')[0];
  if (path === '/link/' || path === '/link') parts.socket.accept(request, connection, head);
  else if (path === '/_page/changes' && isWelcome(request.headers, hosts))
    parts.pages.accept(request, connection, head);
  else connection.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
}

/** Begins to listen. Returns the address, without a slash at the end. */
export async function listen(server: FastifyInstance, { port, host = '127.0.0.1' }: SandboxOptions): Promise<string> {
  try {
    await server.listen({ port, host });
  } catch (error) {
    await server.close();
    if ((error as { code?: unknown } | null)?.code !== 'EADDRINUSE') throw error;
    throw new SandboxProblem(
      `Port ${port} is taken by another program. Choose another with PORT, or stop that program.`,
    );
  }
  const bound = server.server.address();
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
}
