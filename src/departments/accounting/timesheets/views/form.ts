import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, input, modal, plain, section } from '../../../../platform/blocks.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { fields, ids, numbered } from '../ids.js';
import { may } from '../permissions.js';
import type { Breach } from '../rules/caps.js';
import type { SheetPage } from '../service/look.js';
import { isCorrection, minutesIn } from '../sheet.js';
import { moves } from '../states.js';
import type { Say } from '../words.js';
import { writePlace } from './claims.js';
import { dayBlocks } from './days.js';
import { historyLines } from './history.js';
import { writePatternPlace } from './patterns.js';
import { periodText, shortDay, stateText } from './texts.js';

export interface Drawing {
  /** What stands in the box of lines. */
  typed?: string;
  /** Said over the days: what was just done, or what is wrong with the lines. Escaped. */
  notice?: string;
  /** Counts up where what was typed is done with, so that Slack empties the box. */
  turn?: number;
}

/** A period's hours, to be read and, where it is still open, to be written and handed in. */
export function sheetForm(say: Say, page: SheetPage, { typed = '', notice, turn = 0 }: Drawing = {}): ModalView {
  const { owner, period, sheet, canWrite, projects } = page;
  const at = (day = period.first) => writePlace({ ownerId: owner.id, day, edition: sheet?.edition, turn });
  return modal({
    callbackId: ids.sheetForm,
    title: say.plain('form.title'),
    ...(canWrite && { submit: say.plain('form.submit') }),
    close: say.plain('form.close'),
    metadata: at(),
    blocks: [
      section(headline(say, page)),
      ...notices(say, page, notice),
      divider(),
      ...dayBlocks(say, {
        ...{ period, projects, entries: sheet?.entries ?? [], isHoliday: page.isHoliday },
        edit: canWrite ? at : null,
      }),
      ...(canWrite ? writing(say, typed, turn) : []),
      actions('steps', steps(say, page, at())),
      ...historyLines(say, page.history),
    ],
  });
}

function headline(say: Say, { owner, period, sheet, viewerId, expected }: SheetPage): string {
  const whose = owner.id === viewerId ? '' : `${mention(owner.id)} · `;
  const hours = hoursText(minutesIn(sheet?.entries ?? []));
  const total =
    expected > 0 ? say('form.totalOf', { hours, expected: hoursText(expected) }) : say('form.totalIs', { hours });
  return `${whose}*${periodText(say, period)}*\n${stateText(say, sheet?.state ?? 'missing')} · ${total}`;
}

function notices(say: Say, { sheet, breaches, canWrite }: SheetPage, notice: string | undefined): KnownBlock[] {
  const lines = [
    ...(notice ? [notice] : []),
    ...(sheet?.state === 'returned' && sheet.reason
      ? [say('form.returned', { by: mention(sheet.decidedBy ?? ''), reason: sheet.reason })]
      : []),
    ...(sheet && isCorrection(sheet) ? [say('form.correcting', { reason: sheet.reason ?? '' })] : []),
    ...(canWrite ? [] : [say(`form.why.${(sheet?.state ?? 'draft') as 'draft'}`)]),
    ...breaches.map((breach) => breachText(say, breach)),
  ];
  return lines.slice(0, 8).map((line) => context(line));
}

export const breachText = (say: Say, { cap, day, minutes, most }: Breach): string =>
  say(`warning.cap.${cap}`, {
    day: escapeText(shortDay(day, say)),
    hours: hoursText(minutes),
    most: hoursText(most),
  });

/** A box for many days at once. Its name changes when its text is done with: Slack keeps what was typed in a box. */
const writing = (say: Say, typed: string, turn: number): KnownBlock[] => [
  input(
    numbered(fields.lines, turn),
    say.plain('form.lines'),
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: 3000,
      placeholder: plain(say.plain('form.linesExample'), 150),
      ...(typed && { initial_value: typed }),
    },
    { optional: true, hint: say.plain('form.linesHint') },
  ),
];

function steps(say: Say, page: SheetPage, value: string) {
  const { sheet, standings, canWrite } = page;
  const beside = (day: SheetPage['before']) => writePlace({ ownerId: page.owner.id, day });
  const can = (act: 'withdraw' | 'correct' | 'drop') =>
    sheet !== null && moves[act][sheet.state] !== undefined && may(act, standings);
  return [
    ...(canWrite
      ? [
          button(ids.saveLines, say.plain('button.save'), { value }),
          button(ids.copy, say.plain('button.copy'), { value }),
          button(ids.fill, say.plain('button.fill'), { value }),
        ]
      : []),
    ...(can('withdraw') ? [button(ids.withdraw, say.plain('button.withdraw'), { value })] : []),
    ...(can('correct') ? [button(ids.correct, say.plain('button.correct'), { value })] : []),
    ...(can('drop') && sheet && isCorrection(sheet)
      ? [button(ids.drop, say.plain('button.dropCorrection'), { value })]
      : []),
    ...(may('keepPatterns', standings) || page.owner.id !== page.viewerId
      ? [
          button(ids.patterns, say.plain('button.pattern'), {
            value: writePatternPlace({ person: page.owner.id, from: null }),
          }),
        ]
      : []),
    button(numbered(ids.turn, 'before'), say.plain('button.before'), { value: beside(page.before) }),
    button(numbered(ids.turn, 'after'), say.plain('button.after'), { value: beside(page.after) }),
  ];
}
