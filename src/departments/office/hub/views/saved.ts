import type { ModalView } from '@slack/types';
import { actions, button, modal, section } from '../../../../platform/blocks.js';
import { channelLink, escapeText, mention } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import { hoursText, listOf } from '../phrases.js';
import type { DeskChange } from '../service/desk.js';
import { changedDays, type OfficeChange } from '../service/office.js';
import type { Say } from '../words.js';

/** Says what is different now, and leads on to the rest of the set-up. */
export const savedView = (lines: readonly string[], say: Say): ModalView =>
  modal({
    callbackId: ids.setup,
    title: say.plain('saved.title'),
    close: say.plain('form.close'),
    blocks: [
      section(lines.length > 0 ? [say('saved.text'), ...lines].join('\n') : say('saved.nothing')),
      actions('on', [button(ids.allSetup, say.plain('button.allSetup'))]),
    ],
  });

const changed = (what: string, from: string, to: string, say: Say): string[] =>
  from === to ? [] : [say('saved.change', { what, from, to })];

export function officeChanges(change: OfficeChange, say: Say): string[] {
  const { before, after } = change;
  const { added, removed } = changedDays(change);
  const hours = (settings: OfficeChange['after']) => escapeText(hoursText(settings.hours, say));
  return [
    ...changed(say.plain('office.timeZone'), escapeText(before.timeZone), escapeText(after.timeZone), say),
    ...changed(
      say.plain('office.language'),
      say(`language.${before.language}`),
      say(`language.${after.language}`),
      say,
    ),
    ...changed(say.plain('setup.hours'), hours(before), hours(after), say),
    ...changed(say.plain('office.seal'), sealText(before, say), sealText(after, say), say),
    ...changed(say.plain('office.keep'), String(before.keepPayYears), String(after.keepPayYears), say),
    ...(added > 0 ? [say('saved.holidaysAdded', { count: added })] : []),
    ...(removed > 0 ? [say('saved.holidaysRemoved', { count: removed })] : []),
  ];
}

const sealText = ({ sealChannel }: OfficeChange['after'], say: Say): string =>
  sealChannel ? channelLink(sealChannel) : say('saved.empty');

export function deskChanges({ desk, channels, roles }: DeskChange, say: Say): string[] {
  const words = desk.words.in(say.language);
  const link = (id: string | null) => (id ? channelLink(id) : say('saved.empty'));
  const people = (idsOfPeople: readonly string[]) => listOf(idsOfPeople.map(mention), say.language);
  return [
    ...channels.flatMap(({ label, from, to }) => changed(words.plain(label), link(from), link(to), say)),
    ...roles.flatMap(({ label, added, removed }) => [
      ...(added.length > 0 ? [say('saved.came', { role: words.plain(label), people: people(added) })] : []),
      ...(removed.length > 0 ? [say('saved.went', { role: words.plain(label), people: people(removed) })] : []),
    ]),
  ];
}
