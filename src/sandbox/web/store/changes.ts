import type { Change, MessageView } from '../../protocol.js';
import { dropChannel, putChannel } from './channels.js';
import { placeAfter, unread } from './conversation.js';
import { conversations, dropMessage, notices, putMessages } from './messages.js';
import { withNames } from './names-in-text.js';
import { nameOf, people, putPerson } from './people.js';
import { openChannel } from './place.js';
import { app, me, now, setClock, t } from './session.js';
import { putTraffic } from './traffic.js';
import { announcement } from './ui.js';
import { closeView, home, openView, updateView } from './views.js';

type Appliers = { [Type in Change['type']]: (change: Extract<Change, { type: Type }>) => void };

let noticeCount = 0;

const appliers: Omit<Appliers, 'reset'> = {
  message: ({ message }) => {
    putMessages(message.channel, [message]);
    announce(message);
  },
  message_changed: ({ message }) => putMessages(message.channel, [message]),
  message_deleted: ({ channel, ts }) => dropMessage(channel, ts),
  channel: ({ channel }) => putChannel(channel),
  channel_gone: ({ channel }) => dropChannel(channel),
  person: ({ person }) => putPerson(person),
  view_opened: ({ view }) => openView(view),
  view_updated: ({ view }) => updateView(view),
  view_closed: ({ view_id }) => closeView(view_id),
  home: ({ view }) => {
    home.value = view;
  },
  app: (change) => {
    app.value = change.app;
  },
  clock: (change) => setClock(change.clock),
  traffic: ({ entry }) => putTraffic([entry]),
  notice: ({ channel, text }) => {
    const after = placeAfter(conversations.peek().get(channel) ?? unread, now());
    notices.value = [...notices.peek(), { id: ++noticeCount, channel, text, after }];
    announcement.value = withNames(text).text;
  },
};

/** Brings one change into the store. A reset concerns the whole page and is answered in `enter`. */
export function apply(change: Exclude<Change, { type: 'reset' }>): void {
  (appliers[change.type] as (change: Change) => void)(change);
}

function announce(message: MessageView): void {
  if (message.user === me.peek() || openChannel.peek()?.id !== message.channel) return;
  const from = nameOf(people.peek().get(message.user ?? ''));
  announcement.value = t('live.message', { name: from, text: withNames(message.text).text.slice(0, 200) });
}
