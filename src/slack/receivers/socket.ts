import type { Server } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { SocketModeReceiver } from '@slack/bolt';
import { clientOptions } from '../client.js';
import { boltLogger, type Log } from '../log.js';
import { openHealth } from './health.js';
import type { HookRoute } from './hooks.js';
import { Closing } from './office-app.js';
import { StandingLine } from './stay-connected.js';
import type { Watch } from './watch.js';

export interface SocketParts {
  appToken: string;
  apiUrl: string;
  /** For the health check; absent where another server has the port. */
  port: number | undefined;
  isTaking: () => boolean;
  watch?: Watch | undefined;
  hooks: readonly HookRoute[];
  log: Log;
}

const LINES = 2;

/** Socket Mode over two connections: Slack closes each of them now and then, and the other takes what comes meanwhile. */
export class TwoLines implements Receiver {
  #receivers: SocketModeReceiver[];
  #lines: StandingLine[];

  #health: Server | undefined;

  constructor(private readonly parts: SocketParts) {
    this.#receivers = Array.from({ length: LINES }, () => receiverOf(parts));
    this.#lines = this.#receivers.map(({ client }) => new StandingLine(client, parts.log));
  }

  init(app: App): void {
    for (const receiver of this.#receivers) receiver.init(app);
  }

  async start(): Promise<Server | undefined> {
    await Promise.all(this.#lines.map((line) => line.open()));
    const isHealthy = () => this.parts.isTaking() && this.#lines.some((line) => line.isOpen());
    const { port, watch, hooks } = this.parts;
    if (port !== undefined) this.#health = await openHealth(port, { isHealthy, watch, hooks });
    return this.#health;
  }

  async stop(): Promise<void> {
    this.#health?.close();
    this.#health?.closeAllConnections();
    await Promise.all(this.#lines.map((line) => line.close()));
  }
}

function receiverOf({ appToken, apiUrl, log }: SocketParts): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
    // Not acknowledged: Slack brings it again, or tells the person.
    processEventErrorHandler: async ({ error }) => {
      if (!(error instanceof Closing)) log.error({ fault: error.name }, 'a request could not be taken');
      return false;
    },
  });
}
