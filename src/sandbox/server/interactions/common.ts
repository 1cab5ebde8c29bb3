import { channelNameOnTheWire } from '../shapes/channel.js';
import type { Channel } from '../state/state.js';
import type { World } from '../world.js';

/** The fields that every interaction has. */
export function common(world: World, user: string) {
  const { team, app, people } = world.state;
  const person = people[user];
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: user, username: person?.name ?? '', name: person?.name ?? '', team_id: team.id },
    api_app_id: app.id,
    token: app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const channelField = (channel: Channel) => ({ id: channel.id, name: channelNameOnTheWire(channel) });

/** Seconds and microseconds of now, for `action_ts`. */
export const actionStamp = (world: World) => (world.clock.now() / 1000).toFixed(6);
