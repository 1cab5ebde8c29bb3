import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Drain } from '../drain.js';

/** The office takes no new requests: Slack may bring this one again, to a process that does. */
export class Closing extends Error {
  override name = 'Closing';
}

/** Bolt's app, with a door that can be closed while the requests inside are finished. */
export class OfficeApp extends App {
  #drain: Drain;
  #isClosing = false;

  constructor(options: AppOptions, drain: Drain) {
    super(options);
    this.#drain = drain;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    if (this.#isClosing) return Promise.reject(new Closing());
    return this.#drain.track(super.processEvent(event));
  }

  closeDoor(): void {
    this.#isClosing = true;
  }
}
