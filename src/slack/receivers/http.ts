import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { boltLogger, type Log } from '../log.js';
import type { HookRoute } from './hooks.js';
import { Closing } from './office-app.js';
import { type Watch, watchRoutes } from './watch.js';

export interface HttpParts {
  signingSecret: string;
  port: number;
  isHealthy: () => boolean;
  watch?: Watch | undefined;
  hooks: readonly HookRoute[];
  log: Log;
}

const EVENTS_PATH = '/slack/events';

/** Signed requests at `/slack/events`, other systems' below `/hooks/`, and what is told to whoever watches over the process. */
export class SignedHttp implements Receiver {
  #receiver: HTTPReceiver;
  #server: Server | undefined;

  constructor(private readonly parts: HttpParts) {
    this.#receiver = receiverOf(parts);
  }

  init(app: App): void {
    this.#receiver.init(app);
  }

  async start(): Promise<Server> {
    this.#server = await this.#receiver.start(this.parts.port);
    return this.#server;
  }

  /** Connections that are kept alive would hold the server open: idle ones go at once, busy ones when answered. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const stopped = this.#receiver.stop();
    server.closeIdleConnections();
    const impatience = setTimeout(() => server.closeAllConnections(), 1_000);
    await stopped.finally(() => clearTimeout(impatience));
  }
}

function receiverOf({ signingSecret, port, isHealthy, watch, hooks, log }: HttpParts): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    port,
    endpoints: [EVENTS_PATH],
    logger: boltLogger(log),
    customRoutes: [
      ...watchRoutes(isHealthy, watch).map((route) => routeOf('GET', route)),
      ...hooks.map((route) => routeOf('POST', route)),
    ],
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(504).end();
    },
    dispatchErrorHandler: async ({ response }) => {
      response.writeHead(404).end();
    },
    processEventErrorHandler: async ({ error, response }) => {
      const status = error instanceof Closing ? 503 : 500;
      if (!response.headersSent) response.writeHead(status, { connection: 'close' }).end();
      if (status === 500) log.error({ fault: error.name }, 'a request could not be taken');
      return false;
    },
  });
}

type Route = Pick<HookRoute, 'path'> & { answer(request: IncomingMessage, response: ServerResponse): unknown };

const routeOf = (method: string, { path, answer }: Route) => ({
  path,
  method: [method],
  handler: (request: IncomingMessage, response: ServerResponse) => void answer(request, response),
});
