import { z } from 'zod';
import { runAction, runSuggestion } from '../../interactions/actions.js';
import { runCommand } from '../../interactions/command.js';
import { runGlobalShortcut, runMessageShortcut } from '../../interactions/shortcuts.js';
import { closeModal, submitModal } from '../../interactions/submission.js';
import { refuse } from '../../refusal.js';
import { appConversation, isIn } from '../../workspace/channels.js';
import { announce } from '../../world.js';
import { runBuiltIn } from '../built-in/run.js';
import { pageCall, seenChannel, seenMessage } from '../call.js';
import { homeView } from '../shapes.js';

const value = z.looseObject({ type: z.string() });
const values = z.record(z.string(), z.record(z.string(), value)).default({});
const container = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    channel: z.string(),
    ts: z.string(),
    is_ephemeral: z.boolean().default(false),
  }),
  z.object({ type: z.literal('view'), view_id: z.string() }),
]);
const acted = { container, block_id: z.string(), action_id: z.string() };

const command = pageCall(
  z.object({ channel: z.string(), command: z.string(), text: z.string().default('') }),
  (hands, me, { channel: id, command: typed, text }) => {
    const channel = seenChannel(hands.world, me, id);
    if (!isIn(channel, me.id)) refuse('not_in_channel');
    if (channel.isArchived) refuse('is_archived');
    const trimmed = text.trim();
    const builtIn = runBuiltIn(typed, { world: hands.world, me, channel, text: trimmed });
    return builtIn ?? runCommand(hands, me.id, channel, typed, trimmed);
  },
);

const globalShortcut = pageCall(z.object({ callback_id: z.string() }), (hands, me, { callback_id }) =>
  runGlobalShortcut(hands, me.id, callback_id),
);

const messageShortcut = pageCall(
  z.object({ callback_id: z.string(), channel: z.string(), ts: z.string() }),
  (hands, me, { callback_id, channel, ts }) => {
    const place = seenChannel(hands.world, me, channel);
    return runMessageShortcut(hands, me.id, callback_id, place, seenMessage(hands.world, me, channel, ts));
  },
);

const action = pageCall(z.object({ ...acted, action: value, values }), (hands, me, request) =>
  runAction(hands, me.id, request),
);

const suggest = pageCall(z.object({ ...acted, query: z.string() }), (hands, me, request) =>
  runSuggestion(hands, me.id, request),
);

const submit = pageCall(z.object({ view_id: z.string(), values }), (hands, me, request) =>
  submitModal(hands, me.id, request.view_id, request.values),
);

const close = pageCall(
  z.object({ view_id: z.string(), all: z.boolean().default(false) }),
  (hands, me, { view_id, all }) => closeModal(hands, me.id, view_id, all),
);

const openApp = pageCall(z.object({ tab: z.enum(['home', 'messages']) }), ({ world }, me, { tab }) => {
  const channel = appConversation(world, me.id);
  announce(world, { type: 'home_opened', user: me.id, tab, channel: channel.id });
  return { home: homeView(world, me.id), channel: channel.id };
});

export const acting = {
  command,
  global_shortcut: globalShortcut,
  message_shortcut: messageShortcut,
  action,
  suggest,
  submit,
  close,
  open_app: openApp,
};
