import type { KnownBlock, ModalView } from '@slack/types';
import { button, context, header, modal, section } from '../../../../platform/blocks.js';
import { channelLink, mention, shorten } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import { ids } from '../ids.js';
import { hoursText, listOf, nextHolidays } from '../phrases.js';
import { type DeskState, isReady, type OfficeState } from '../service/state.js';
import type { Say } from '../words.js';
import { titleOf } from './offers.js';
import { gapSentences } from './setup-gaps.js';

/** Everything that can be set up, as it stands. */
export function setupList(state: OfficeState, say: Say, today: Temporal.PlainDate): ModalView {
  const change = (action: string, value: string) => button(action, say.plain('button.change'), { value });
  const gaps = gapSentences(state, say);
  return modal({
    callbackId: ids.setup,
    title: say.plain('setup.title'),
    close: say.plain('form.close'),
    blocks: [
      section(say('setup.intro')),
      section(`*${say('setup.office')}*\n${officeLine(state, say)}`, change(ids.setupOffice, 'office')),
      section(`*${say('setup.holidays')}*\n${holidayLine(state, say, today)}`, change(ids.setupHolidays, 'holidays')),
      ...state.desks
        .slice(0, 80)
        .map((desk) => section(deskLines(desk, say), change(`${ids.setupDesk}:${desk.desk.name}`, desk.desk.name))),
      gaps.length > 0
        ? section(shorten([say('setup.gaps'), ...gaps.map((gap) => `• ${gap}`)].join('\n'), 3000))
        : context(say('setup.complete')),
    ],
  });
}

const officeLine = ({ settings }: OfficeState, say: Say): string =>
  say('setup.officeLine', {
    zone: settings.timeZone,
    language: say.plain(`language.${settings.language}`),
    hours: hoursText(settings.hours, say),
  });

function holidayLine({ settings }: OfficeState, say: Say, today: Temporal.PlainDate): string {
  const next = nextHolidays(settings.holidays, today, say.language, 5);
  return next.length > 0
    ? say('setup.nextHolidays', { days: shorten(next.join(', '), 1000) })
    : say('setup.noHolidays');
}

function deskLines({ desk, channels, roles }: DeskState, say: Say): string {
  const words = desk.words.in(say.language);
  const lineOf = (label: string, value: string) =>
    say('setup.line', { label: words.plain(label), value: value || say('setup.none') });
  return [
    `*${titleOf(desk, say.language)}*`,
    ...channels.map(({ label, id }) => lineOf(label, id ? channelLink(id) : '')),
    ...roles.map(({ label, people }) => lineOf(label, listOf(people.map(mention), say.language))),
  ].join('\n');
}

/** `/backoffice status`: everyone sees whether the office works; only admins see what is in the way. */
export function statusBlocks(
  state: OfficeState,
  say: Say,
  today: Temporal.PlainDate,
  isAdmin: boolean,
  room: number,
): KnownBlock[] {
  const gaps = isAdmin ? gapSentences(state, say) : [];
  return [
    header(say.plain('status.text')),
    section(`*${say('setup.office')}*\n${officeLine(state, say)}\n${holidayLine(state, say, today)}`),
    ...state.desks.slice(0, room - 3).map((desk) => section(deskStatus(desk, say))),
    ...(gaps.length > 0 ? [section(gaps.map((gap) => `• ${gap}`).join('\n'))] : []),
  ];
}

function deskStatus(state: DeskState, say: Say): string {
  const count = new Set(state.roles.flatMap(({ people }) => people)).size;
  return [
    `*${titleOf(state.desk, say.language)}*`,
    isReady(state) ? say('status.ready') : say('status.notReady'),
    say('status.people', { count }),
  ].join(' · ');
}
