import type { Job, OnAction, OnForm, Subcommand } from '../../../../platform/doors/doors.js';
import type { HoursSource } from '../../../../platform/hours.js';
import { openDesk, type Room } from '../desk.js';
import { messageHandlers } from '../handlers/messages.js';
import { messageIds } from '../message-ids.js';
import { sayDue } from '../service/say-message.js';
import { DESK } from '../settings.js';

/** The doors of what the payroll says by the calendar. */
export function messageDoors(room: Room, hours: HoursSource) {
  const messages = messageHandlers(room);
  const subcommands: Subcommand[] = [
    { name: 'messages', aliases: ['mesaje'], usage: 'usage.messages', opensForm: true, run: messages.open },
  ];
  const forms: Record<string, OnForm> = { [messageIds.form]: messages.save };
  const actions: Record<string, OnAction> = {
    [messageIds.add]: messages.add,
    [messageIds.edit]: messages.edit,
    [messageIds.redraw]: messages.redraw,
    [messageIds.pause]: messages.pause,
    [messageIds.preview]: messages.preview,
    [messageIds.sendNow]: messages.sendNow,
    [messageIds.remove]: messages.remove,
  };
  const jobs: readonly Job[] = [
    {
      name: `${DESK}.messages`,
      when: { everyMinutes: 5 },
      catchUp: 'once',
      windowMinutes: 24 * 60,
      run: async (tx) => sayDue(await openDesk(tx, hours)),
    },
  ];
  return { subcommands, forms, actions, jobs };
}
