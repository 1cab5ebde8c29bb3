import type { Outcome } from '../../../protocol.js';
import { escaped } from '../../interactions/command-text.js';
import type { Channel, Person } from '../../state/state.js';
import { say } from '../../words/say.js';
import { isConversation } from '../../workspace/channels.js';
import { setRemark } from '../../workspace/membership.js';
import { postMessage } from '../../workspace/messages.js';
import { changePerson } from '../../workspace/people.js';
import { announce, type World } from '../../world.js';
import { invitePeople, kickPerson, leaveChannel } from '../calls/membership-rules.js';
import { postAs } from '../calls/message-rules.js';

export interface Typed {
  world: World;
  me: Person;
  channel: Channel;
  text: string;
}

const done: Outcome = { ok: true };

function tell({ world, me, channel }: Typed, text: string): Outcome {
  announce(world, { type: 'notice', user: me.id, channel: channel.id, text });
  return done;
}

const commands: Record<string, (typed: Typed) => Outcome> = {
  '/away': (typed) => showPresence(typed, 'away'),
  '/active': (typed) => showPresence(typed, 'active'),
  '/status': setStatus,
  '/dnd': pause,
  '/invite': invite,
  '/remove': remove,
  '/leave': ({ world, me, channel }) => {
    leaveChannel(world, channel, me);
    return done;
  },
  '/topic': topic,
  '/who': who,
  '/me': ({ world, me, channel, text }) => {
    postMessage(world, { channel: channel.id, user: me.id, subtype: 'me_message', text });
    return done;
  },
  '/shrug': ({ world, me, channel, text }) => {
    postAs(world, me, channel, { text: `${text} ¯\\_(ツ)_/¯`.trim() });
    return done;
  },
};

/** Runs a command that comes with the workspace; null: there is none of that name. */
export function runBuiltIn(command: string, typed: Typed): Outcome | null {
  return commands[command]?.(typed) ?? null;
}

function showPresence(typed: Typed, presence: 'active' | 'away'): Outcome {
  changePerson(typed.world, typed.me, { presence });
  return tell(typed, say(typed.world, typed.me.id, presence === 'away' ? 'now-away' : 'now-active'));
}

function setStatus(typed: Typed): Outcome {
  const { world, me, text } = typed;
  if (text === '' || text === 'clear') {
    changePerson(world, me, { statusText: '', statusEmoji: '', statusExpiration: 0 });
    return tell(typed, say(world, me.id, 'status-cleared'));
  }
  const [, emoji = ':speech_balloon:', words = ''] = /^(:[\w+-]+:)?\s*(.*)$/s.exec(text) ?? [];
  changePerson(world, me, { statusText: words.slice(0, 100), statusEmoji: emoji, statusExpiration: 0 });
  return tell(typed, say(world, me.id, 'status-set', { status: `${emoji} ${words}`.trim() }));
}

function pause(typed: Typed): Outcome {
  const { world, me, text } = typed;
  if (text === 'off') {
    changePerson(world, me, { dndUntil: 0 });
    return tell(typed, say(world, me.id, 'dnd-off'));
  }
  const [, amount, unit] = /^(\d+)\s*(m|min|minutes?|h|hours?)$/i.exec(text) ?? [];
  if (!amount || !unit) return tell(typed, say(world, me.id, 'dnd-how'));
  const until = world.clock.seconds() + Number(amount) * (unit.toLowerCase().startsWith('h') ? 3600 : 60);
  changePerson(world, me, { dndUntil: until });
  const time = new Date(until * 1000).toLocaleTimeString(me.locale, {
    timeZone: me.tz,
    hour: '2-digit',
    minute: '2-digit',
  });
  return tell(typed, say(world, me.id, 'dnd-on', { time }));
}

const named = ({ world, me, text }: Typed) =>
  [...escaped(world, text, me.id).matchAll(/<@([UW][A-Z0-9]+)/g)].flatMap(([, id]) => (id ? [id] : []));

function invite(typed: Typed): Outcome {
  const users = named(typed);
  if (users.length === 0) return tell(typed, say(typed.world, typed.me.id, 'invite-how'));
  invitePeople(typed.world, typed.channel, typed.me, users);
  return done;
}

function remove(typed: Typed): Outcome {
  const [user] = named(typed);
  if (!user) return tell(typed, say(typed.world, typed.me.id, 'invite-how'));
  kickPerson(typed.world, typed.channel, typed.me, user);
  return done;
}

function topic(typed: Typed): Outcome {
  const { world, me, channel, text } = typed;
  if (isConversation(channel)) return tell(typed, say(world, me.id, 'not-here'));
  if (text !== '') {
    setRemark(world, channel, 'topic', me.id, text.slice(0, 250));
    return done;
  }
  const current = channel.topic.value;
  return tell(typed, current ? say(world, me.id, 'topic-is', { topic: current }) : say(world, me.id, 'topic-none'));
}

function who(typed: Typed): Outcome {
  const { world, me, channel } = typed;
  return tell(typed, say(world, me.id, 'who', { names: channel.members.map((id) => `<@${id}>`).join(', ') }));
}
