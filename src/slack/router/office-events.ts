import { z } from 'zod';
import type { EventVisit } from '../../platform/doors/doors.js';
import { renderHome } from '../home.js';
import { describeUser, slackUser } from '../people/profile.js';
import type { Reception } from './reception.js';

const homeOpened = z.object({ type: z.literal('app_home_opened'), tab: z.literal('home'), user: z.string() });
const personChanged = z.object({ type: z.enum(['team_join', 'user_change']), user: slackUser });
const aboutChannel = z.object({
  type: z.string().regex(/^(channel|group)_|^member_(joined|left)_channel$/),
  channel: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
});

/** What every event means to the office itself, before any desk sees it. */
export async function noteOfficeEvent(reception: Reception, event: EventVisit['event']): Promise<void> {
  const channel = aboutChannel.safeParse(event).data;
  if (channel) reception.workspace.forget(channel.channel);
  const changed = personChanged.safeParse(event).data;
  if (changed) await reception.people.changed(describeUser(changed.user));
  const opened = homeOpened.safeParse(event).data;
  if (opened) await showHome(reception, opened.user);
}

async function showHome(reception: Reception, personId: string): Promise<void> {
  const view = await renderHome(reception, personId);
  await reception.client.views.publish({ user_id: personId, view });
  await reception.people.openedHome(personId);
}
