import { newId } from '../state/ids.js';
import type { World } from '../world.js';

export type AppEvent = Record<string, unknown>;

/** An event, and what the app needs to hear of it. */
export interface Heard {
  /** As it stands in the manifest's `bot_events`. */
  subscription: string;
  scope: string | null;
  event: AppEvent;
}

export const bare = (type: string, fields: AppEvent): AppEvent => ({ type, ...fields });

export function isSubscribed(world: World, heard: Heard): boolean {
  const hasScope = heard.scope === null || world.manifest.scopes.has(heard.scope);
  return hasScope && world.manifest.events.has(heard.subscription);
}

/** The envelope in which an event goes to the app. */
export function eventPayload(world: World, { event }: Heard): AppEvent {
  const { team, app } = world.state;
  return {
    token: app.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event: { ...event, event_ts: event.event_ts ?? world.clock.stamp() },
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: world.clock.seconds(),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${newId('Ev')}`,
  };
}
