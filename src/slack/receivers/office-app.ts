import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Drain } from '../drain.js';

/** The office takes no new requests: Slack may bring this one again, to a process that does. */
export class Closing extends Error {
  override name = 'Closing';
}

/** `kind`: `command`, `view_submission`, `block_actions`, `event`, … */
export type OnAcknowledged = (kind: string, ms: number) => void;

/** Bolt's app, with a door that can be closed while the requests inside are finished. */
export class OfficeApp extends App {
  #drain: Drain;
  #onAcknowledged: OnAcknowledged | undefined;
  #isClosing = false;

  constructor(options: AppOptions, drain: Drain, onAcknowledged?: OnAcknowledged) {
    super(options);
    this.#drain = drain;
    this.#onAcknowledged = onAcknowledged;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    if (this.#isClosing) return Promise.reject(new Closing());
    return this.#drain.track(super.processEvent(this.#timed(event)));
  }

  closeDoor(): void {
    this.#isClosing = true;
  }

  #timed(event: ReceiverEvent): ReceiverEvent {
    const tell = this.#onAcknowledged;
    if (!tell) return event;
    const since = performance.now();
    const { ack } = event;
    return {
      ...event,
      ack: async (response) => {
        tell(kindOf(event.body), performance.now() - since);
        await ack(response);
      },
    };
  }
}

function kindOf({ command, type, event }: Record<string, unknown>): string {
  if (command !== undefined) return 'command';
  return event === undefined ? String(type ?? 'other') : 'event';
}
