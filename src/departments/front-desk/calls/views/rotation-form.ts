import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, input, modal, plain, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { ids, numbered } from '../ids.js';
import { shiftsText } from '../rules/shift-text.js';
import type { NewRotation, Rotation } from '../store/rotations.js';
import type { Say } from '../words.js';
import { dayName } from './duty.js';

/** A rotation, new or as it is. Its shifts have a form of their own: there is a field for each member. */
export const rotationForm = (say: Say, rotation: Rotation | null, ringSeconds: number): ModalView =>
  modal({
    callbackId: ids.rotationForm,
    title: say.plain(rotation ? 'rotation.title' : 'rotation.newTitle'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    metadata: rotation?.id ?? '',
    blocks: [
      input('name', say.plain('rotation.name'), {
        type: 'plain_text_input',
        max_length: 60,
        ...(rotation && { initial_value: rotation.name }),
        placeholder: plain(say.plain('rotation.nameExample'), 150),
      }),
      input(
        'members',
        say.plain('rotation.members'),
        { type: 'multi_users_select', ...(rotation && { initial_users: [...rotation.members] }) },
        { hint: say.plain('rotation.membersHint') },
      ),
      input(
        'manager',
        say.plain('rotation.manager'),
        { type: 'users_select', ...(rotation?.managerId && { initial_user: rotation.managerId }) },
        { optional: true, hint: say.plain('rotation.managerHint') },
      ),
      input('seconds', say.plain('rotation.seconds'), {
        type: 'number_input',
        is_decimal_allowed: false,
        ...{ min_value: '15', max_value: '600', initial_value: String(rotation?.ringSeconds ?? ringSeconds) },
      }),
      input(
        'channel',
        say.plain('rotation.channel'),
        {
          type: 'conversations_select',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(rotation?.channel && { initial_conversation: rotation.channel }),
        },
        { optional: true, hint: say.plain('rotation.channelHint') },
      ),
      ...(rotation
        ? [
            actions('more', [
              button(numbered(ids.shifts, 'form'), say.plain('rotation.shifts'), { value: rotation.id }),
              button(ids.rotationRemove, say.plain('rotation.remove'), {
                ...{ value: rotation.id, style: 'danger' },
                confirm: {
                  title: plain(say.plain('rotation.remove'), 100),
                  text: { type: 'plain_text', text: say.plain('rotation.removeSure') },
                  confirm: { type: 'plain_text', text: say.plain('rotation.remove') },
                  deny: { type: 'plain_text', text: say.plain('form.cancel') },
                },
              }),
            ]),
          ]
        : [context(say('rotation.shiftsLater'))]),
    ],
  });

const MOST_MEMBERS = 40;

export function readRotation(
  say: Say,
  { values }: OpenView,
): { rotation: NewRotation } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const name = String(answers.name ?? '').trim();
  const members = Array.isArray(answers.members) ? answers.members.map(String) : [];
  const seconds = Number(answers.seconds);
  const isWhole = Number.isInteger(seconds) && seconds >= 15 && seconds <= 600;
  const errors = {
    ...(name === '' && { name: say.plain('form.missing') }),
    ...(members.length === 0 && { members: say.plain('rotation.noMembers') }),
    ...(members.length > MOST_MEMBERS && { members: say.plain('rotation.manyMembers', { most: MOST_MEMBERS }) }),
    ...(!isWhole && { seconds: say.plain('rotation.secondsWrong') }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const chosen = (field: string) => String(answers[field] ?? '') || null;
  return {
    rotation: { name, members, managerId: chosen('manager'), channel: chosen('channel'), ringSeconds: seconds },
  };
}

/** A field for each member: `mon-fri 8-12; sat 10-14`. */
export const shiftsForm = (say: Say, rotation: Rotation, names: ReadonlyMap<string, string>): ModalView =>
  modal({
    callbackId: ids.shiftsForm,
    title: say.plain('shifts.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    metadata: rotation.id,
    blocks: [
      section(`*${escapeText(rotation.name)}*\n${say('shifts.about')}`),
      ...rotation.members.map((id): KnownBlock => {
        const own = rotation.shifts.filter(({ personId }) => personId === id);
        const text = shiftsText(own, (weekday) => dayName(say, weekday));
        return input(
          `shifts-${id}`,
          names.get(id) ?? id,
          {
            type: 'plain_text_input',
            max_length: 300,
            ...(text && { initial_value: text }),
            placeholder: plain(say.plain('shifts.example'), 150),
          },
          { optional: true },
        );
      }),
    ],
  });

export const readShiftTexts = ({ values }: OpenView): Map<string, string> =>
  new Map(
    Object.entries(answersOf(values)).flatMap(([field, typed]) =>
      field.startsWith('shifts-') ? [[field.slice('shifts-'.length), String(typed ?? '')] as const] : [],
    ),
  );
