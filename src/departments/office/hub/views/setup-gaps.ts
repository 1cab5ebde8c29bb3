import type { KnownBlock } from '@slack/types';
import { actions, button, section } from '../../../../platform/blocks.js';
import { channelLink } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import { hoursText } from '../phrases.js';
import { type ChannelState, type DeskState, isNowhere, isStaffed, type OfficeState } from '../service/state.js';
import type { Say } from '../words.js';
import { titleOf } from './offers.js';

/** What an admin has still to do, one sentence each. */
export const gapSentences = (state: OfficeState, say: Say): string[] => [
  ...(state.stored ? [] : [officeGap(state, say)]),
  ...state.desks.flatMap((desk) => deskGaps(desk, state.botName, say)),
];

const officeGap = ({ settings }: OfficeState, say: Say) =>
  say('setup.officeUnset', { zone: settings.timeZone, hours: hoursText(settings.hours, say) });

const deskGaps = (state: DeskState, bot: string, say: Say): string[] => [
  ...state.channels.flatMap((channel) => channelGap(state, channel, bot, say)),
  ...(isStaffed(state) ? [] : [say('setup.nobody', { desk: titleOf(state.desk, say.language) })]),
];

function channelGap({ desk }: DeskState, channel: ChannelState, bot: string, say: Say): string[] {
  const { trouble, id } = channel;
  if (!trouble) return [];
  const label = desk.words.in(say.language).plain(channel.label);
  const values = { desk: titleOf(desk, say.language), label, bot, channel: channelLink(id ?? '') };
  return [say(`setup.${trouble}`, values)];
}

export const setupButton = (say: Say, style?: 'primary'): KnownBlock =>
  actions(ids.setup, [button(ids.setup, say.plain('button.setup'), style ? { style } : {})]);

/** For admins, in the hub and on App Home: nothing, when there is nothing to do. */
export function gapBlocks(state: OfficeState, say: Say): KnownBlock[] {
  const gaps = gapSentences(state, say);
  if (gaps.length === 0) return [];
  const isFirstRun = !state.stored && state.desks.every(({ channels }) => channels.every(({ id }) => id === null));
  return [
    ...(isFirstRun ? [section(say('setup.firstRun'))] : []),
    ...(isNowhere(state) ? [section(say('setup.nowhere', { bot: state.botName }))] : []),
    ...(isFirstRun ? [] : [section([say('setup.gaps'), ...gaps.map((gap) => `• ${gap}`)].join('\n'))]),
    setupButton(say, 'primary'),
  ];
}
