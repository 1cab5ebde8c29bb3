import { z } from 'zod';
import type { EventVisit, OnEvent } from '../../../../platform/doors/doors.js';
import type { HelpDesk } from '../desk.js';
import { loseTriage, regainTriage } from '../service/channel.js';
import { putBackTicketsOf, tellThatRequesterLeft } from '../service/departures.js';
import { DESK } from '../ticket.js';
import type { Room } from './room.js';

const channelEvent = z.object({ channel: z.string() });
const userGone = z.object({ user: z.object({ id: z.string(), deleted: z.literal(true) }) });
const joined = z.object({ channel: z.string(), user: z.string() });

/** What happens to the workspace under the desk: people leave, channels go and come back. Other desks see it too. */
export function workspaceHandlers({ office, desk }: Room) {
  const onChannel =
    (follow: (desk: HelpDesk, channel: string, once: string) => Promise<void>): OnEvent =>
    async ({ event, key }) => {
      const channel = channelEvent.safeParse(event).data?.channel;
      if (channel) await desk.work(`${key}/${DESK}`, (at) => follow(at, channel, key));
      return false;
    };

  return {
    channel_left: onChannel(loseTriage),
    group_left: onChannel(loseTriage),
    channel_archive: onChannel(loseTriage),
    group_archive: onChannel(loseTriage),
    channel_deleted: onChannel(loseTriage),
    group_deleted: onChannel(loseTriage),
    channel_unarchive: onChannel(regainTriage),
    group_unarchive: onChannel(regainTriage),

    member_joined_channel: async ({ event, key }: EventVisit) => {
      const member = joined.safeParse(event).data;
      if (member?.user !== office.workspace.botUserId()) return false;
      await desk.work(`${key}/${DESK}`, (at) => regainTriage(at, member.channel));
      return false;
    },

    user_change: async ({ event, key }: EventVisit) => {
      const gone = userGone.safeParse(event).data?.user.id;
      if (gone) await desk.work(`${key}/${DESK}`, (at) => seeOff(at, gone, key));
      return false;
    },
  } satisfies Record<string, OnEvent>;
}

async function seeOff(desk: HelpDesk, personId: string, once: string): Promise<void> {
  await putBackTicketsOf(desk, personId, once);
  await tellThatRequesterLeft(desk, personId);
}
