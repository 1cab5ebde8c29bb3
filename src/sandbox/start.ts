import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openDay } from './company/opening.js';
import { enter } from './driver/index.js';
import { openApi } from './server/api/door.js';
import { keepFaults } from './server/api/faults.js';
import { method } from './server/api/method.js';
import { keepRates, noLimits } from './server/api/rates.js';
import { httpLine } from './server/delivery/http-line.js';
import { patience } from './server/delivery/line.js';
import { openPostRoom } from './server/delivery/post-room.js';
import { socketLine } from './server/delivery/socket-line.js';
import { eventPayload } from './server/delivery/subscriptions.js';
import { isWelcome } from './server/guard.js';
import { openPageDoor } from './server/page/door.js';
import { openPageFiles } from './server/page/files.js';
import { keepPagesLive } from './server/page/live.js';
import type { Sandbox, SandboxOptions } from './server/sandbox.js';
import { servePage } from './server/static-page.js';
import { keepTraffic } from './server/traffic.js';
import { openWire } from './server/wire.js';
import { followClock, followNews, openWorld, resetWorld } from './server/workspace.js';
import { announce } from './server/world.js';

export type { Fault } from './server/api/faults.js';
export type { Sandbox, SandboxOptions } from './server/sandbox.js';

const largestUpload = 200 * 1024 * 1024;

/** Starts a local Slack workspace. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let address = '';
  const { world, keeper } = openWorld(options, () => address);
  const traffic = keepTraffic(world.news, () => world.clock.now());
  const patienceMs = options.patienceMs ?? patience;
  const onApp = () => announce(world, { type: 'app_changed' });
  const socket = socketLine(() => world.state.app.id, onApp, patienceMs);
  const http = httpLine(() => world.state.app.signingSecret, options.requestUrl ?? null, patienceMs);
  const line = options.delivery === 'socket' ? socket : http;
  const post = openPostRoom(line, traffic, options.retryTimeScale ?? 1);
  const faults = keepFaults();
  const delivery = () => ({ kind: options.delivery, connected: line.connected() });
  const pages = keepPagesLive({ world, delivery });

  const server = await newServer(options);
  const connect = method(
    {
      name: 'apps.connections.open',
      scopes: [],
      tier: 'none',
      token: 'app',
      errors: ['forbidden_team'],
      args: z.object({}),
    },
    () => ({ url: `${address.replace(/^http/, 'ws')}/link/?ticket=${socket.ticket()}&app_id=${world.state.app.id}` }),
  );
  const rates = options.limits === false ? noLimits : keepRates();
  openApi(server, { world, rates, faults, traffic, more: [connect] });
  openWire(server, world, traffic);
  openPageDoor(server, { world, post, traffic, delivery, reset: () => resetWorld(world) });
  openPageFiles(server, world);
  servePage(server, options.pageFolder ?? builtPage());

  followNews(world, keeper, post);
  world.news.listen(pages.tell);
  const stopClock = followClock(world);
  server.server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (request.url?.startsWith('/link')) return socket.accept(request, connection, head);
    const isPage = request.url?.startsWith('/_page/changes') && isWelcome(request.headers, hostsOf(options));
    return isPage ? pages.accept(request, connection, head) : void connection.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  address = await listen(server, options);

  const { botToken, appToken, signingSecret } = world.state.app;
  return {
    url: address,
    apiUrl: `${address}/api/`,
    botToken,
    appToken,
    signingSecret,
    clock: { now: world.clock.now, onMove: world.clock.onMove },
    faults,
    person: (who) => enter(address, who),
    openDay: () => openDay({ world, keeper, traffic, url: address, isReady: line.connected }),
    deliverTo(url) {
      http.deliverTo(url);
      onApp();
    },
    disconnectSockets: socket.disconnect,
    connections: socket.connections,
    idle: post.idle,
    deliverEvent: (event, eventId) => {
      const payload = eventPayload(world, { subscription: '', scope: null, event });
      post.mail({ ...payload, ...(eventId && { event_id: eventId }) });
    },
    async close() {
      stopClock();
      post.close();
      await socket.close();
      await http.close();
      pages.close();
      server.server.closeAllConnections();
      await server.close();
      keeper.touched(world.state);
      keeper.close();
    },
  };
}

const hostsOf = (options: SandboxOptions): ReadonlySet<string> => new Set(options.hostNames ?? []);

async function newServer(options: SandboxOptions): Promise<FastifyInstance> {
  const server = Fastify({ bodyLimit: largestUpload, forceCloseConnections: true });
  const hosts = hostsOf(options);
  server.addHook('onRequest', async (request, reply) => {
    if (!isWelcome(request.headers, hosts)) return reply.code(403).send({ ok: false, error: 'invalid_origin' });
  });
  await server.register(formbody);
  await server.register(multipart, { limits: { fileSize: largestUpload, files: 10 } });
  return server;
}

async function listen(server: FastifyInstance, options: SandboxOptions): Promise<string> {
  const host = options.host ?? '127.0.0.1';
  try {
    await server.listen({ port: options.port, host });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(
      `Port ${options.port} is taken by another program. Choose another with PORT, or stop that program.`,
    );
  }
  const bound = server.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The built page lies in the package, whether this runs from the sources or from what was built of them. */
function builtPage(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist', 'sandbox', 'web');
}
