import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { channelLink, escapeText, mention } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText } from '../../../../platform/words/dates.js';
import { ids, numbered } from '../ids.js';
import { shiftsText } from '../rules/shift-text.js';
import type { Turn } from '../rules/shifts.js';
import type { Duty } from '../service/rotations.js';
import type { Rotation } from '../store/rotations.js';
import type { Say } from '../words.js';

/** `Mon 30 Nov 08:00–16:00`. */
export const turnText = (say: Say, { day, from, to }: Pick<Turn, 'day' | 'from'> & { to?: string }): string =>
  `${dayText(day, say.language, { weekday: 'short', day: 'numeric', month: 'short' })} ${from}${to ? `–${to}` : ''}`;

/** `Mon`; 1 is Monday. */
export const dayName = ({ language }: Pick<Say, 'language'>, weekday: number): string =>
  dayText(Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }), language, { weekday: 'short' }).replace(
    '.',
    '',
  );

const SHOWN = 12;

/** Who takes calls now and who next, in every rotation; and this person's own switch. */
export function whoView(
  say: Say,
  { duties, isOff, maySwap, mayAdd }: { duties: readonly Duty[]; isOff: boolean; maySwap: boolean; mayAdd: boolean },
): ModalView {
  return modal({
    callbackId: ids.whoView,
    title: say.plain('who.title'),
    close: say.plain('form.close'),
    blocks: [
      section(say(isOff ? 'who.youAreOff' : 'who.youAreOn')),
      actions('own', [
        button(ids.switch, say.plain(isOff ? 'who.switchOn' : 'who.switchOff'), { value: isOff ? 'on' : 'off' }),
        button(numbered(ids.skills, 'who'), say.plain('who.skills')),
        ...(maySwap ? [button(numbered(ids.swap, 'who'), say.plain('who.swap'))] : []),
        ...(mayAdd ? [button(numbered(ids.rotation, 'new'), say.plain('who.newRotation'), { value: '' })] : []),
      ]),
      ...(duties.length === 0 ? [divider(), section(say(mayAdd ? 'who.noRotations' : 'who.noRotationsYet'))] : []),
      ...duties.slice(0, SHOWN).flatMap((duty) => dutyBlocks(say, duty)),
    ],
  });
}

function dutyBlocks(say: Say, { rotation, now, next, mayKeep }: Duty): KnownBlock[] {
  const { id, name, managerId, channel } = rotation;
  const on = now.map(({ personId, reason }) =>
    reason === null ? mention(personId) : `${mention(personId)} (${say(`reason.${reason}`)})`,
  );
  const lines = [
    `*${escapeText(name)}*`,
    on.length > 0 ? say('who.now', { who: on.join(', ') }) : say('who.nobodyNow'),
    ...(managerId ? [say('who.manager', { who: mention(managerId) })] : []),
    ...(channel ? [say('who.channel', { channel: channelLink(channel) })] : []),
  ];
  return [
    divider(),
    section(
      lines.join('\n'),
      mayKeep ? button(numbered(ids.rotation, id), say.plain('who.change'), { value: id }) : undefined,
    ),
    ...(next.length > 0
      ? [context(next.map((turn) => `${turnText(say, turn)} ${mention(turn.personId)}`).join('\n'))]
      : [context(weekText(say, rotation))]),
  ];
}

/** Without shifts everybody is asked while the office is open. */
export const weekText = (say: Say, { shifts, members }: Rotation): string =>
  shifts.length === 0
    ? say('who.officeHours', { who: members.map(mention).join(', ') })
    : members
        .map(
          (id) =>
            `${mention(id)} ${shiftsText(
              shifts.filter(({ personId }) => personId === id),
              (day) => dayName(say, day),
            )}`,
        )
        .join('\n');
