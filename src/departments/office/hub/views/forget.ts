import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, divider, header, input, modal, option, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import type { Forgotten } from '../../../../platform/doors/personal.js';
import { escapeText, shorten } from '../../../../platform/mrkdwn.js';
import { toInstant } from '../../../../platform/time.js';
import { dayText } from '../../../../platform/words/dates.js';
import { ids } from '../ids.js';
import type { DeskForgot, ForgetReport, Leaver } from '../service/forget.js';
import type { Say } from '../words.js';
import { titleOf } from './offers.js';

/** Whom: only who has left is in the list. */
export const forgetForm = (say: Say): ModalView =>
  modal({
    callbackId: ids.forgetForm,
    title: say.plain('forget.title'),
    submit: say.plain('forget.next'),
    close: say.plain('form.cancel'),
    blocks: [
      section(say('forget.intro')),
      input(
        'whom',
        say.plain('forget.whom'),
        { type: 'external_select', min_query_length: 0 },
        { hint: say.plain('forget.whomHint') },
        ids.leavers,
      ),
    ],
  });

export const readWhom = (values: StateValues): string => String(answersOf(values).whom ?? '');

export function leaverOption({ id, name, deactivatedAt }: Leaver, say: Say) {
  const left = deactivatedAt
    ? dayText(toInstant(deactivatedAt).toZonedDateTimeISO('UTC').toPlainDate(), say.language)
    : '';
  return option(id, shorten(name, 75), say.plain('forget.left', { day: left }));
}

/** What would go and what stays, before anything is done. */
export const forgetPreview = (report: ForgetReport, say: Say): ModalView =>
  modal({
    callbackId: ids.forgetSure,
    title: say.plain('forget.title'),
    submit: say.plain('forget.sure'),
    close: say.plain('form.cancel'),
    metadata: report.person.id,
    blocks: [
      section(say('forget.preview', { name: report.person.name })),
      ...reportBlocks(report, say, 'would'),
      divider(),
      section(say('forget.forGood')),
    ],
  });

/** What was erased, to be kept or passed on to whoever asked for it. */
export const forgottenView = (report: ForgetReport, say: Say): ModalView =>
  modal({
    callbackId: ids.forgetForm,
    title: say.plain('forget.title'),
    close: say.plain('form.close'),
    blocks: [section(say('forget.done')), ...reportBlocks(report, say, 'was')],
  });

export function reportBlocks(report: ForgetReport, say: Say, tense: 'would' | 'was'): KnownBlock[] {
  const of = (fate: Forgotten['fate']) => report.desks.flatMap((part) => deskLines(part, fate, say));
  const erased = [say('forget.profile'), ...ownLines(report, say), ...of('erased')];
  return [
    header(say.plain(`forget.erased.${tense}`)),
    section(erased.join('\n')),
    header(say.plain(`forget.kept.${tense}`)),
    section([...of('kept'), say('forget.ids')].join('\n')),
    context(say('forget.slack')),
  ];
}

const ownLines = ({ absences, letters }: ForgetReport, say: Say): string[] => [
  ...(absences > 0 ? [say('forget.absences', { count: absences })] : []),
  ...(letters > 0 ? [say('forget.letters', { count: letters })] : []),
];

/** What there is nothing of needs no line. */
function deskLines({ desk, lines }: DeskForgot, fate: Forgotten['fate'], say: Say): string[] {
  const own = desk.words.in(say.language);
  return lines
    .filter((line) => line.fate === fate && line.count !== 0)
    .map(({ what, count, until }) => {
      const text = own(what, { count: count ?? 0, ...(until && { until: dayText(until, say.language) }) });
      return say('forget.line', { desk: escapeText(titleOf(desk, say.language)), text });
    });
}
