import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, divider, input, modal, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { mention, momentFirst } from '../../../../platform/mrkdwn.js';
import { toInstant } from '../../../../platform/time.js';
import { type Complaint, outcomes } from '../complaint.js';
import { ids, numbered } from '../ids.js';
import { LOG_PAGE, type LogLine } from '../service/log.js';
import { FEWEST, type Shown, type Statistics } from '../service/statistics.js';
import type { ComplaintSettings } from '../settings.js';
import type { Say } from '../words.js';
import { dayOn } from './texts.js';

/** Who did what with a complaint, and nothing of what is in it. */
export function logView(
  say: Say,
  { complaint, lines, total }: { complaint: Complaint; lines: readonly LogLine[]; total: number },
  page: number,
): ModalView {
  const last = Math.max(0, Math.ceil(total / LOG_PAGE) - 1);
  const turn = (tail: string, label: string, to: number) =>
    button(numbered(ids.log, tail), label, { value: `${to}/${complaint.reference}` });
  const pages = [
    ...(page > 0 ? [turn('newer', say.plain('case.newer'), page - 1)] : []),
    ...(page < last ? [turn('older', say.plain('case.older'), page + 1)] : []),
  ];
  return modal({
    callbackId: ids.logView,
    title: say.plain('log.title'),
    close: say.plain('form.close'),
    blocks: [
      section(`*${complaint.reference}* · ${say('log.count', { count: total })}`),
      context(say('log.about')),
      divider(),
      ...lines.map((one) =>
        context(`${momentFirst(toInstant(one.at))} · ${actorText(say, one.actor)} · \`${one.act}\``),
      ),
      ...(pages.length > 0 ? [actions('pages', pages)] : []),
    ],
  });
}

const actorText = (say: Say, actor: string): string =>
  actor === 'system' || actor === 'reporter' || actor === 'anonymous' ? say(`log.actor.${actor}`) : mention(actor);

/** What will be erased soon, unless it is held. */
export const retentionView = (say: Say, complaints: readonly Complaint[]): ModalView =>
  modal({
    callbackId: ids.retentionView,
    title: say.plain('retention.title'),
    close: say.plain('form.close'),
    blocks: [
      section(say('retention.about')),
      divider(),
      ...(complaints.length === 0 ? [section(say('retention.none'))] : []),
      ...complaints.slice(0, 45).map(({ id, reference, eraseOn, isHeld, outcome }) =>
        section(
          `*${reference}* · ${say(`outcome.${outcome ?? 'settled'}`)}\n${say(isHeld ? 'case.held' : 'case.eraseOn', { day: eraseOn ? dayOn(say, eraseOn) : '' })}`,
          button(numbered(ids.hold, reference), say.plain(isHeld ? 'case.release' : 'case.hold'), {
            value: `${isHeld ? 'release' : 'hold'}/${id}`,
          }),
        ),
      ),
    ],
  });

/** How many, without small numbers. */
export function statisticsView(say: Say, { year, total, byKind, byOutcome }: Statistics): ModalView {
  const number = (count: Shown) => (count === null ? say('statistics.few', { fewest: FEWEST }) : `*${count}*`);
  return modal({
    callbackId: ids.statisticsView,
    title: say.plain('statistics.title'),
    close: say.plain('form.close'),
    blocks: [
      section(`*${year}* · ${say('statistics.total')} ${number(total)}`),
      divider(),
      section(byKind.map(({ kind, count }) => `${say(`kind.${kind}`)}: ${number(count)}`).join('\n')),
      divider(),
      section(byOutcome.map(({ outcome, count }) => `${say(`outcome.${outcome}`)}: ${number(count)}`).join('\n')),
      context(say('statistics.about', { fewest: FEWEST })),
    ],
  });
}

export const settingsForm = (say: Say, settings: ComplaintSettings): ModalView =>
  modal({
    callbackId: ids.settingsForm,
    title: say.plain('settings.title'),
    submit: say.plain('settings.save'),
    close: say.plain('form.cancel'),
    blocks: [
      input(
        'outside',
        say.plain('settings.outside'),
        {
          type: 'plain_text_input',
          multiline: true,
          max_length: 600,
          ...(settings.outside && { initial_value: settings.outside }),
        },
        { optional: true, hint: say.plain('settings.outsideHint') },
      ),
      input(
        'top',
        say.plain('settings.top'),
        { type: 'users_select', ...(settings.topManager && { initial_user: settings.topManager }) },
        { optional: true, hint: say.plain('settings.topHint') },
      ),
      context(say('settings.retention')),
      ...outcomes.map(
        (outcome): KnownBlock =>
          input(`months-${outcome}`, say.plain(`outcome.${outcome}`), {
            type: 'plain_text_input',
            max_length: 3,
            initial_value: String(settings.retention[outcome]),
          }),
      ),
    ],
  });

const MOST_MONTHS = 240;

export function readSettings(
  say: Say,
  values: StateValues,
): { settings: ComplaintSettings } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const errors: Record<string, string> = {};
  const retention = Object.fromEntries(
    outcomes.map((outcome) => {
      const typed = String(answers[`months-${outcome}`] ?? '').trim();
      const months = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (!(months <= MOST_MONTHS))
        errors[`months-${outcome}`] = say.plain('settings.monthsWrong', { most: MOST_MONTHS });
      return [outcome, months];
    }),
  ) as ComplaintSettings['retention'];
  if (Object.keys(errors).length > 0) return { errors };
  const topManager = typeof answers.top === 'string' && answers.top !== '' ? answers.top : null;
  return { settings: { outside: String(answers.outside ?? '').trim(), topManager, retention } };
}
