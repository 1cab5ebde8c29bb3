import { channelKeeping } from './channel-keeping.js';
import { channelMembers } from './channel-members.js';
import { chat } from './chat.js';
import { conversations } from './conversations.js';
import { files } from './files.js';
import { histories } from './history.js';
import type { Method } from './method.js';
import { reactions } from './reactions.js';
import { scheduled } from './scheduled.js';
import { team } from './team.js';
import { users } from './users.js';
import { views } from './views.js';

/** Every method of the Web API that this workspace knows, by name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [chat, scheduled, conversations, histories, channelKeeping, channelMembers, users, reactions, views, files, team]
    .flat()
    .map((one) => [one.name, one]),
);
