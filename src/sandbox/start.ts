import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openDay } from './company/opening.js';
import { enter } from './driver/index.js';
import { packageFolder } from './package-folder.js';
import { eventPayload } from './server/delivery/subscriptions.js';
import { assemble, type Parts } from './server/parts.js';
import type { Sandbox, SandboxOptions } from './server/sandbox.js';
import { listen, openServer } from './server/server.js';
import { resetWorld } from './server/workspace.js';

export type { Fault } from './server/api/faults.js';
export type { Sandbox, SandboxOptions } from './server/sandbox.js';

/** Starts a local Slack workspace. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let address = '';
  const parts = assemble(options, () => address);
  const day = dayOf(parts, () => address);
  const server = await openServer(parts, options.pageFolder ?? join(packageFolder, 'dist', 'sandbox', 'web'), day.anew);
  try {
    address = await listen(server, options);
  } catch (error) {
    await parts.close();
    throw error;
  }
  return sandboxOf(parts, server, address, day);
}

function sandboxOf(parts: Parts, server: FastifyInstance, url: string, { open, onReset }: Day): Sandbox {
  const { world, socket, http, post, faults } = parts;
  const { botToken, appToken, signingSecret } = world.state.app;
  let closing: Promise<void> | null = null;
  return {
    url,
    apiUrl: `${url}/api/`,
    botToken,
    appToken,
    signingSecret,
    clock: { now: world.clock.now, onMove: world.clock.onMove },
    faults,
    openDay: open,
    onReset,
    person: (who) => enter(url, who),
    deliverTo(requestUrl) {
      http.deliverTo(requestUrl);
      parts.appChanged();
    },
    disconnectSockets: socket.disconnect,
    connections: socket.connections,
    idle: post.idle,
    deliverEvent(event, eventId) {
      const payload = eventPayload(world, { subscription: '', scope: null, event });
      post.mail({ ...payload, ...(eventId && { event_id: eventId }) });
    },
    close() {
      closing ??= closeAll(parts, server);
      return closing;
    },
  };
}

async function closeAll(parts: Parts, server: FastifyInstance): Promise<void> {
  await parts.close();
  server.server.closeAllConnections();
  await server.close();
}

type Day = ReturnType<typeof dayOf>;

/** The opening scene, and the same again after a reset when it had been played before. */
function dayOf(parts: Parts, url: () => string) {
  const { world, keeper, traffic, line } = parts;
  const open = () => openDay({ world, keeper, traffic, url: url(), isReady: line.connected });
  const listeners: (() => Promise<void>)[] = [];
  const renew = async () => {
    const wasOpened = world.state.opened;
    resetWorld(world);
    for (const listener of listeners) await listener();
    if (wasOpened) await open();
  };
  /** Nobody waits for it: what goes wrong stands in the inspector. */
  const anew = () =>
    void renew().catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error);
      traffic.note({ kind: 'call', name: 'reset', ok: false, error: said, ms: 0, request: null, response: null });
    });
  return { open, anew, onReset: (listener: () => Promise<void>) => void listeners.push(listener) };
}
