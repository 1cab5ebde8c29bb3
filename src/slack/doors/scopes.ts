/** The scopes that our calls of the Web API need, whichever desks there are. */
export const scopesOfCalls: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage, chat.update, chat.delete, chat.postEphemeral': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.history, conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.info': ['files:read'],
  'files.getUploadURLExternal, files.completeUploadExternal, files.delete': ['files:write'],
  'users.getPresence': ['users:read'],
  'dnd.teamInfo': ['dnd:read'],
  'users.info, users.list': ['users:read', 'users:read.email'],
  'users.profile.get, team.profile.get': ['users.profile:read'],
};

/** What a desk's event is called in the manifest, and what may hear it. Any of the subscriptions will do. */
export const subscriptionsOf = (event: string): readonly string[] =>
  event === 'message' ? ['message.channels', 'message.groups', 'message.im', 'message.mpim'] : [event];

const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  file_shared: ['files:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
};

/** Scopes without which Slack doesn't deliver that subscription. */
export const scopesOfEvent = (subscription: string): readonly string[] => scopesOfEvents[subscription] ?? [];

/** What the office itself listens for: people who come, change and open their Home; channels that change under it. */
export const officeEvents: readonly string[] = [
  'app_home_opened',
  'team_join',
  'user_change',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
];
