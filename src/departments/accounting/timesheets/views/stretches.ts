import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import {
  actions,
  button,
  context,
  divider,
  input,
  modal,
  option,
  plain,
  section,
} from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { timeIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { minuteOf } from '../clock/night.js';
import { hasEnded, type Stint } from '../clock/stint.js';
import { ids, numbered } from '../ids.js';
import type { ClockWeek, ToldStretch } from '../service/stretches.js';
import { no, type Say } from '../words.js';
import { periodText, shortDay, thingOf } from './texts.js';

/** So many rows stand on a page, with two blocks each. */
const PAGE = 30;
/** A project's value where the time is for nothing in particular. */
const NOTHING = 'none';

const claim = z.object({
  day: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
  page: z.int().nonnegative().max(1000).default(0),
  stint: z.string().max(40).nullable().default(null),
});
/** Which week of the clock, which page of it, and which stretch is meant; null: a new one. */
export type StretchPlace = z.output<typeof claim>;

export const writeStretchPlace = ({ day, page = 0, stint = null }: Partial<StretchPlace> & Pick<StretchPlace, 'day'>) =>
  JSON.stringify({ day: day.toString(), page, stint });

export function readStretchPlace(value: string): StretchPlace {
  const read = claimOf(claim, value);
  if (read === null) throw no('refused.gone');
  return read;
}

/** What the clock counted in a week, stretch by stretch. */
export function stretchesView(say: Say, week: ClockWeek, page: number, notice?: string): ModalView {
  const { monday, stints } = week;
  const last = Math.max(0, Math.ceil(stints.length / PAGE) - 1);
  const shown = Math.min(page, last);
  const period = { first: monday, last: monday.add({ days: 6 }) };
  const at = (day: Temporal.PlainDate, onPage = 0) => writeStretchPlace({ day, page: onPage });
  const turn = (tail: string, text: string, value: string) => button(numbered(ids.stretches, tail), text, { value });
  return modal({
    callbackId: ids.clockView,
    title: say.plain('stretches.title'),
    close: say.plain('form.close'),
    metadata: at(monday, shown),
    blocks: [
      section(`*${periodText(say, period)}*\n${say('stretches.about')}`),
      ...(notice ? [context(notice)] : []),
      divider(),
      ...(stints.length === 0 ? [section(say('stretches.none'))] : []),
      ...stints.slice(shown * PAGE, (shown + 1) * PAGE).flatMap((stint) => rows(say, week, stint, shown)),
      actions('steps', [
        button(ids.addStretch, say.plain('stretches.add'), { value: at(monday, shown), style: 'primary' }),
        turn('before', say.plain('button.before'), at(monday.subtract({ days: 7 }))),
        turn('after', say.plain('button.after'), at(monday.add({ days: 7 }))),
        ...(shown > 0 ? [turn('back', say.plain('team.back'), at(monday, shown - 1))] : []),
        ...(shown < last ? [turn('on', say.plain('team.on'), at(monday, shown + 1))] : []),
      ]),
    ],
  });
}

function rows(say: Say, week: ClockWeek, stint: Stint, page: number): KnownBlock[] {
  const value = writeStretchPlace({ day: week.monday, page, stint: stint.id });
  return [
    section(stretchText(say, week, stint)),
    actions(`stretch-${stint.id}`, [
      button(ids.editStretch, say.plain('stretches.change'), { value }),
      button(ids.removeStretch, say.plain('stretches.remove'), { value, confirm: sure(say) }),
    ]),
  ];
}

/** `Mon, 16 Nov 09:00–12:30 · Website · 3:30` */
function stretchText(say: Say, { timeZone, projects }: ClockWeek, stint: Stint): string {
  const from = timeIn(timeZone, stint.startedAt);
  const until = stint.endedAt && timeIn(timeZone, stint.endedAt);
  const isNextDay = until !== null && !until.toPlainDate().equals(from.toPlainDate());
  const end = until ? `${isNextDay ? `${shortDay(until.toPlainDate(), say)} ` : ''}${clockText(until)}` : '…';
  const what =
    stint.kind === 'break'
      ? say.plain('stretches.kinds.break')
      : thingOf(say, { kind: 'work', projectId: stint.projectId }, projects);
  const length = hasEnded(stint)
    ? hoursText(minuteOf(stint.endedAt) - minuteOf(stint.startedAt))
    : say.plain(stint.endedBy === 'forgotten' ? 'stretches.noEnd' : 'stretches.runs');
  const when = `${shortDay(from.toPlainDate(), say)} ${clockText(from)}–${end}`;
  return `*${escapeText(when)}* · ${escapeText(what)} · ${escapeText(length)}`;
}

const clockText = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });

const sure = (say: Say) => ({
  title: plain(say.plain('stretches.sure'), 100),
  text: { type: 'plain_text' as const, text: say.plain('stretches.sureText') },
  confirm: { type: 'plain_text' as const, text: say.plain('stretches.remove') },
  deny: { type: 'plain_text' as const, text: say.plain('patterns.keep') },
});

/** A stretch, to be changed or, without one, added on that day. */
export function stretchForm(say: Say, place: StretchPlace, stint: Stint | null, week: ClockWeek): ModalView {
  const from = stint && timeIn(week.timeZone, stint.startedAt);
  const until = stint?.endedAt ? timeIn(week.timeZone, stint.endedAt) : null;
  const kinds = (['work', 'break'] as const).map((kind) => option(kind, say.plain(`stretches.kinds.${kind}`)));
  const kind = kinds.find(({ value }) => value === (stint?.kind ?? 'work'));
  const project = stint?.projectId ? week.projects.get(stint.projectId) : undefined;
  return modal({
    callbackId: ids.stretchForm,
    title: say.plain(stint ? 'stretches.changeTitle' : 'stretches.add'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    metadata: writeStretchPlace(place),
    blocks: [
      day(say, 'fromDay', from?.toPlainDate() ?? place.day),
      time(say, 'from', from),
      day(say, 'untilDay', (until ?? from)?.toPlainDate() ?? place.day),
      time(say, 'until', until),
      input('kind', say.plain('stretches.kind'), {
        type: 'static_select',
        options: kinds,
        ...(kind && { initial_option: kind }),
      }),
      input(
        'project',
        say.plain('stretches.project'),
        {
          type: 'external_select',
          min_query_length: 0,
          placeholder: plain(say.plain('day.chooseProject'), 150),
          ...(project && { initial_option: option(project.id, project.name) }),
        },
        { optional: true },
        ids.projectSearch,
      ),
    ],
  });
}

const day = (say: Say, field: 'fromDay' | 'untilDay', initial: Temporal.PlainDate): KnownBlock =>
  input(field, say.plain(`stretches.${field}`), { type: 'datepicker', initial_date: initial.toString() });

const time = (say: Say, field: 'from' | 'until', initial: Temporal.ZonedDateTime | null): KnownBlock =>
  input(field, say.plain(`stretches.${field}`), {
    type: 'timepicker',
    ...(initial && { initial_time: clockText(initial) }),
  });

/** What was filled in, or what is wrong, by field. */
export function readStretch(say: Say, values: StateValues): { told: ToldStretch } | { errors: Record<string, string> } {
  const dayIn = z.iso.date(say.plain('clock.form.dayMissing'));
  const missing = say.plain('clock.form.timeMissing');
  const timeOf = z.string(missing).regex(/^\d{2}:\d{2}$/, missing);
  const form = z.object({
    ...{ fromDay: dayIn, from: timeOf, untilDay: dayIn, until: timeOf },
    kind: z.enum(['work', 'break'], say.plain('export.choose')),
    project: z.string().optional(),
  });
  const read = form.safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { fromDay, from, untilDay, until, kind, project = NOTHING } = read.data;
  const moment = (on: string, at: string) => Temporal.PlainDateTime.from(`${on}T${at}`);
  const projectId = project === NOTHING ? null : project;
  return { told: { kind, projectId, from: moment(fromDay, from), until: moment(untilDay, until) } };
}
