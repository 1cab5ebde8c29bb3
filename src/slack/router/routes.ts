import type { App } from '@slack/bolt';
import { faultOf } from '../errors.js';
import { onAction } from './actions.js';
import { onCommand } from './commands.js';
import { onEvent } from './events.js';
import { type FormReply, onClosed, onForm } from './forms.js';
import type { Reception } from './reception.js';
import { onSearch } from './searches.js';
import { onGlobalShortcut, onMessageShortcut } from './shortcuts.js';

const ANY = /.*/;

/**
 * Everything that Slack sends comes in here. Bolt asks each listener in turn whether a request is meant for it; with one
 * listener a kind, and desks found by name, a request costs the same however many desks there are.
 */
export function openRoutes(app: App, reception: Reception): void {
  app.command(ANY, async ({ ack, body }) => {
    await ack();
    await onCommand(reception, body);
  });
  app.shortcut(ANY, async ({ ack, body }) => {
    await ack();
    await (body.type === 'message_action' ? onMessageShortcut : onGlobalShortcut)(reception, body);
  });
  app.action({ action_id: ANY }, async ({ ack, body }) => {
    await ack();
    await onAction(reception, body);
  });
  app.options(ANY, async ({ ack, body }) => onSearch(reception, body, (reply) => ack(reply)));
  app.view({ callback_id: ANY, type: 'view_submission' }, async ({ ack, body }) =>
    onForm(reception, body, (reply?: FormReply) => ack(reply)),
  );
  app.view({ callback_id: ANY, type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    await onClosed(reception, body);
  });
  app.event(ANY, async ({ body }) => onEvent(reception, body));
  app.error(async (error) => {
    reception.log.error({ fault: faultOf(error) }, 'a request was lost before it reached a desk');
  });
}
