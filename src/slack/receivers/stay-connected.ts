import { setTimeout as pause } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { within } from '../../platform/within.js';
import type { Log } from '../log.js';
import { troubleOf } from '../trouble.js';

type SocketClient = SocketModeReceiver['client'];

const PAUSES_MS = [100, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const HELLO_MS = 10_000;
const GOODBYE_MS = 1_000;

/**
 * Keeps one socket open for as long as the office is. The client's own way waits five seconds after each drop, and gives
 * up with an unhandled rejection when Slack can't be reached just then.
 */
export class StandingLine {
  #closed = new AbortController();
  #isConnecting = false;
  #isOpen = false;

  constructor(
    private readonly client: SocketClient,
    private readonly log: Log,
  ) {
    client.on('disconnected', () => {
      this.#isOpen = false;
      if (!this.#isConnecting && !this.#closed.signal.aborted) void this.#reconnect();
    });
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  async open(): Promise<void> {
    this.#isConnecting = true;
    const impatience = setTimeout(() => void this.client.disconnect(), HELLO_MS);
    try {
      await this.client.start();
      this.#isOpen = true;
    } finally {
      clearTimeout(impatience);
      this.#isConnecting = false;
    }
  }

  /** Slack may never answer our goodbye; a second one hangs up. */
  async close(): Promise<void> {
    this.#closed.abort();
    const gone = this.client.disconnect().then(() => true);
    if (!(await within(GOODBYE_MS, gone))) await this.client.disconnect();
  }

  async #reconnect(): Promise<void> {
    const { signal } = this.#closed;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)], undefined, { signal });
        await this.open();
        return;
      } catch (error) {
        if (!signal.aborted) this.log.warn({ attempt, trouble: troubleOf(error) }, 'not connected to Slack yet');
      }
    }
  }
}
