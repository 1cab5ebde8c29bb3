import { z } from 'zod';
import type { EventVisit, OnEvent } from '../../../../platform/doors/doors.js';
import { type ChannelFate, tellOfChannel } from '../letters.js';
import { seeOff } from '../service/departures.js';
import { botName } from '../service/state.js';
import { desksIn } from '../service/watch.js';
import type { Reception } from './reception.js';

const channelEvent = z.object({ channel: z.string() });
const userEvent = z.object({
  user: z.object({ id: z.string(), deleted: z.literal(true), real_name: z.string().optional() }),
});

/** Other desks listen for the same events, and work them under keys of their own. */
const ownKey = (key: string) => `${key}/office.hub`;

/** Keeps an eye on what was set up. Other desks look at the same events, so none is taken from them. */
export function watchHandlers({ office, desks }: Reception) {
  const onChannel =
    (fate: ChannelFate): OnEvent =>
    async ({ event, key }) => {
      const channel = channelEvent.safeParse(event).data?.channel;
      if (!channel) return false;
      await office.transact(
        async (tx) => {
          const lost = await desksIn(tx, desks, channel);
          if (lost.length === 0) return;
          const bot = await botName(tx, office.workspace);
          await tellOfChannel(tx, { fate, channel, bot, key }, lost, await tx.people.admins());
        },
        { incoming: ownKey(key) },
      );
      return false;
    };

  const personChanged = async ({ event, key }: EventVisit) => {
    const user = userEvent.safeParse(event).data?.user;
    if (!user) return false;
    await office.transact(
      async (tx) => {
        const name = (await tx.people.get(user.id))?.name ?? user.real_name ?? user.id;
        await seeOff(tx, desks, { id: user.id, name }, key);
      },
      { incoming: ownKey(key) },
    );
    return false;
  };

  return {
    channel_left: onChannel('left'),
    group_left: onChannel('left'),
    channel_archive: onChannel('archived'),
    group_archive: onChannel('archived'),
    channel_deleted: onChannel('deleted'),
    group_deleted: onChannel('deleted'),
    channel_unarchive: onChannel('unarchived'),
    group_unarchive: onChannel('unarchived'),
    user_change: personChanged,
  } satisfies Record<string, OnEvent>;
}
