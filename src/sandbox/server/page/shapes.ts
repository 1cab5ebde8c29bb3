import type {
  AppView,
  ChannelView,
  ClockView,
  CommandView,
  FileView,
  MessageView,
  PersonView,
  ViewView,
} from '../../protocol.js';
import { compact } from '../shapes/compact.js';
import { messageShape } from '../shapes/message.js';
import type { Channel, Message, Person, StoredFile, StoredView } from '../state/state.js';
import { isConversation, isIn } from '../workspace/channels.js';
import { filetypeOf } from '../workspace/files.js';
import { isInChannel, messagesOf } from '../workspace/messages.js';
import { zoneLabel, zoneOffset } from '../workspace/people.js';
import type { World } from '../world.js';
import { builtInCommands } from './built-in/list.js';

export function personView(world: World, person: Person): PersonView {
  const at = world.clock.now();
  return {
    id: person.id,
    name: person.name,
    real_name: person.realName,
    deleted: person.deleted,
    is_bot: person.isBot || person.id === 'USLACKBOT',
    is_admin: person.isAdmin,
    tz: person.tz,
    tz_label: zoneLabel(person.tz, at),
    tz_offset: zoneOffset(person.tz, at),
    locale: person.locale,
    color: person.color,
    presence: person.presence,
    dnd_until: person.dndUntil,
    department: person.department,
    manager: person.manager,
    profile: {
      display_name: person.displayName,
      real_name: person.realName,
      title: person.title,
      status_text: person.statusText,
      status_emoji: person.statusEmoji,
      status_expiration: person.statusExpiration,
      image_72: `/_page/avatars/${person.id}.svg`,
    },
  };
}

export function channelView(world: World, channel: Channel, viewer: string): ChannelView {
  const lastRead = channel.lastRead[viewer] ?? '0';
  const messages = messagesOf(world, channel.id);
  const isMember = isIn(channel, viewer);
  const unread = isMember ? unreadAfter(messages, lastRead, viewer) : [];
  return {
    id: channel.id,
    name: channel.name,
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived,
    is_general: channel.isGeneral,
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    created: channel.created,
    members: channel.members,
    is_member: isMember,
    unread: unread.length,
    mentions: isConversation(channel) ? unread.length : unread.filter((message) => concerns(message, viewer)).length,
    last_read: lastRead,
    latest: messages.at(-1)?.ts ?? '0',
  };
}

const quiet = new Set(['channel_join', 'group_join', 'channel_leave', 'group_leave', 'tombstone']);

function unreadAfter(messages: Message[], lastRead: string, viewer: string): Message[] {
  const unread: Message[] = [];
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at];
    if (!message || message.ts <= lastRead) break;
    if (message.user !== viewer && isInChannel(message) && !quiet.has(message.subtype ?? '')) unread.push(message);
  }
  return unread;
}

const concerns = (message: Message, viewer: string) =>
  message.text.includes(`<@${viewer}`) || /<!(channel|here|everyone)(\|[^>]*)?>/.test(message.text);

export function messageView(world: World, message: Message): MessageView {
  const { files: _theirs, ...shape } = { files: null, ...messageShape(world, message) };
  const files = (message.files ?? []).map((id) => world.state.files[id]).filter((file) => file !== undefined);
  return {
    ...shape,
    channel: message.channel,
    ...compact({ is_ephemeral: message.only === undefined ? undefined : true, broadcast: message.broadcast }),
    ...(files.length > 0 && { files: files.filter((file) => !file.deleted).map((file) => fileView(world, file)) }),
  };
}

export function fileView(_world: World, file: StoredFile): FileView {
  const pageUrl = `/_page/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: filetypeOf(file.name),
    size: file.size,
    user: file.user,
    page_url: pageUrl,
    permalink: pageUrl,
  };
}

export function viewView(view: StoredView): ViewView {
  const titled = (text: unknown) => text as { type: 'plain_text'; text: string } | null;
  const { title, submit, close } = {
    title: titled(view.title),
    submit: titled(view.submit),
    close: titled(view.close),
  };
  return {
    id: view.id,
    type: view.type,
    ...(title && { title }),
    ...(submit && { submit }),
    ...(close && { close }),
    blocks: view.blocks,
    callback_id: view.callbackId,
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    submit_disabled: view.submitDisabled,
    state: { values: view.values },
  };
}

export function homeView(world: World, user: string): ViewView | null {
  const home = world.state.homes[user];
  return home ? viewView(home) : null;
}

export function appView(world: World, delivery: { kind: 'socket' | 'http'; connected: boolean }): AppView {
  const { manifest, state } = world;
  const ofApp: CommandView[] = manifest.commands.map(({ command, description, usage_hint }) => ({
    command,
    description,
    usage_hint,
    app: manifest.name,
  }));
  return {
    id: state.app.id,
    name: manifest.name,
    description: manifest.description,
    bot_user_id: state.app.botUserId,
    commands: [...ofApp, ...builtInCommands],
    shortcuts: manifest.shortcuts.map(({ name, type, callback_id, description }) => ({
      name,
      type,
      callback_id,
      description,
    })),
    connected: delivery.connected,
    delivery: delivery.kind,
  };
}

export const clockView = (world: World): ClockView => ({ now: world.clock.now(), offset: world.clock.offset() });
