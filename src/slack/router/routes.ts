import type { App } from '@slack/bolt';
import { faultOf } from '../errors.js';
import { onAction } from './actions.js';
import { onCommand } from './commands.js';
import { onEvent } from './events.js';
import { onClosed, onForm } from './forms.js';
import type { Reception } from './reception.js';
import { onSearch } from './searches.js';
import { onGlobalShortcut, onMessageShortcut } from './shortcuts.js';

type Acknowledge = (reply?: unknown) => Promise<void>;
type Route = (reception: Reception, body: unknown, ack: Acknowledge) => Promise<void>;

/** For what is acknowledged before it is served: the answer comes by another way. */
const acknowledged =
  (serve: (reception: Reception, body: unknown) => Promise<void>): Route =>
  async (reception, body, ack) => {
    await ack();
    await serve(reception, body);
  };

/** By the `type` in what Slack sends; commands have none. Events Bolt acknowledges itself. */
const routes: ReadonlyMap<string, Route> = new Map([
  ['command', acknowledged(onCommand)],
  ['shortcut', acknowledged(onGlobalShortcut)],
  ['message_action', acknowledged(onMessageShortcut)],
  ['block_actions', acknowledged(onAction)],
  ['block_suggestion', onSearch],
  ['view_submission', onForm],
  ['view_closed', acknowledged(onClosed)],
  ['event_callback', onEvent],
]);

/**
 * Everything that Slack sends comes in here. Bolt asks every listener whether a request is meant for it, which takes as long
 * for each as to serve one; desks are found by name, so that a request costs the same however many there are.
 */
export function openRoutes(app: App, reception: Reception): void {
  app.use(async ({ body, ...args }) => {
    const route = routes.get('command' in body ? 'command' : String(body.type));
    await route?.(reception, body, acknowledgement(args));
  });
  app.error(async (error) => {
    reception.log.error({ fault: faultOf(error) }, 'a request was lost before it reached a desk');
  });
}

/** Whatever its kind, the reply was made by the route that takes that kind. */
const acknowledgement = (args: object): Acknowledge =>
  'ack' in args && typeof args.ack === 'function' ? (args.ack as Acknowledge) : async () => undefined;
