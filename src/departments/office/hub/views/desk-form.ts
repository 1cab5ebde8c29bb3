import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, input, modal } from '../../../../platform/blocks.js';
import type { Desk, StateValues } from '../../../../platform/doors/doors.js';
import { ids } from '../ids.js';
import { listOf } from '../phrases.js';
import type { DeskForm, FormTroubles } from '../service/desk.js';
import type { ChannelState, DeskState, RoleState } from '../service/state.js';
import type { Say } from '../words.js';
import { aboutOf, titleOf } from './offers.js';
import { backToList } from './office-form.js';

const channelField = (key: string) => `channel.${key}`;
const roleField = (role: string) => `role.${role}`;

/** The channels and the people that a desk asks for. */
export const deskForm = (state: DeskState, say: Say): ModalView =>
  modal({
    callbackId: ids.deskForm,
    title: titleOf(state.desk, say.language),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    metadata: state.desk.name,
    blocks: [
      context(aboutOf(state.desk, say.language)),
      ...state.channels.map((channel) => channelInput(state.desk, channel, say)),
      ...state.roles.map((role) => roleInput(state.desk, role, say)),
      ...moreOf(state, say),
      backToList(say),
    ],
  });

/** The desk's own form, for what is neither a channel nor a role. */
function moreOf({ desk }: DeskState, say: Say): KnownBlock[] {
  const more = desk.setup?.more;
  if (!more) return [];
  const label = desk.words.in(say.language).plain(more.label);
  return [actions('more', [button(ids.deskMore, label, { value: desk.name })])];
}

function channelInput(desk: Desk, { key, label, hint, id }: ChannelState, say: Say): KnownBlock {
  const words = desk.words.in(say.language);
  const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true };
  return input(
    channelField(key),
    words.plain(label),
    {
      type: 'conversations_select',
      filter: { ...filter, include: [...filter.include] },
      ...(id && { initial_conversation: id }),
    },
    { hint: words.plain(hint) },
  );
}

function roleInput(desk: Desk, { role, label, hint, people }: RoleState, say: Say): KnownBlock {
  const words = desk.words.in(say.language);
  return input(
    roleField(role),
    words.plain(label),
    { type: 'multi_users_select', ...(people.length > 0 && { initial_users: people }) },
    { hint: words.plain(hint), optional: true },
  );
}

/** Only what the desk asks for is read; the rest of what arrives is nobody's business. */
export function readDeskForm(
  { channels, roles }: Pick<DeskState, 'channels' | 'roles'>,
  values: StateValues,
): DeskForm {
  const answers = answersOf(values);
  const chosen = channels.flatMap(({ key }) => {
    const id = answers[channelField(key)];
    return typeof id === 'string' ? [[key, id] as const] : [];
  });
  const appointed = roles.map(({ role }) => [role, textsIn(answers[roleField(role)])] as const);
  return { channels: Object.fromEntries(chosen), roles: Object.fromEntries(appointed) };
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((item) => typeof item === 'string'))] : [];

/** What is wrong, at the field that it is about. */
export const troubleErrors = ({ channels, roles }: FormTroubles, bot: string, say: Say): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(channels).map(([key, trouble]) => [channelField(key), say(`desk.${trouble}`, { bot })]),
  ),
  ...Object.fromEntries(
    Object.entries(roles).map(([role, { trouble, names }]) => [
      roleField(role),
      say(`desk.${trouble}`, { names: listOf(names, say.language) }),
    ]),
  ),
});
