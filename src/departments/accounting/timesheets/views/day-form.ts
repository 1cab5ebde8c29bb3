import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { hourKinds } from '../../../../platform/hours.js';
import { dayText, hoursText } from '../../../../platform/words/dates.js';
import { fields, ids, rowField } from '../ids.js';
import { readHours } from '../rules/hours-text.js';
import { MAX_NOTE, type TypedEntry } from '../rules/lines.js';
import { type Entry, minutesIn, type Project } from '../sheet.js';
import type { Say } from '../words.js';
import { type Shown, writePlace } from './claims.js';
import { thingOf } from './texts.js';

/** Rows for work: those that there are, and two more, up to so many. */
const MOST_ROWS = 8;
const kinds = hourKinds.filter((kind) => kind !== 'work');
/** A project's value where hours are for nothing in particular. */
const NOTHING = 'none';

export interface DayPage {
  shown: Shown;
  /** Of that day. */
  entries: readonly Entry[];
  projects: ReadonlyMap<string, Project>;
  hasProjects: boolean;
}

/** One day: hours by project, a note for each, and an absence. */
export function dayForm(say: Say, page: DayPage): ModalView {
  const { shown, entries } = page;
  const work = entries.filter(({ kind }) => kind === 'work');
  const rows = Math.min(MOST_ROWS, work.length + 2);
  return modal({
    callbackId: ids.dayForm,
    title: say.plain('day.title'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    metadata: writePlace(shown),
    blocks: [
      section(
        `*${dayText(shown.day, say.language, { dateStyle: 'full' })}* · ${say('form.totalIs', { hours: hoursText(minutesIn(entries)) })}`,
      ),
      ...Array.from({ length: rows }, (_, row) => workRow(say, page, row, work[row])).flat(),
      ...absence(say, entries),
      context(say('day.hint')),
    ],
  });
}

function workRow(say: Say, { projects, hasProjects }: DayPage, row: number, entry: Entry | undefined): KnownBlock[] {
  const optional = { optional: true };
  return [
    ...(hasProjects || entry?.projectId ? [chooseProject(say, row, entry, projects)] : []),
    input(
      rowField('hours', row),
      say.plain('day.hours', { row: row + 1 }),
      {
        type: 'plain_text_input',
        max_length: 12,
        placeholder: plain(say.plain('day.hoursExample'), 150),
        ...(entry && { initial_value: hoursText(entry.minutes) }),
      },
      optional,
    ),
    input(
      rowField('note', row),
      say.plain('day.note', { row: row + 1 }),
      { type: 'plain_text_input', max_length: MAX_NOTE, ...(entry?.note && { initial_value: entry.note }) },
      optional,
    ),
  ];
}

function chooseProject(
  say: Say,
  row: number,
  entry: Entry | undefined,
  projects: ReadonlyMap<string, Project>,
): KnownBlock {
  return input(
    rowField('project', row),
    say.plain('day.project', { row: row + 1 }),
    {
      type: 'external_select',
      min_query_length: 0,
      placeholder: plain(say.plain('day.chooseProject'), 150),
      ...(entry && { initial_option: option(entry.projectId ?? NOTHING, thingOf(say, entry, projects)) }),
    },
    { optional: true },
    ids.projectSearch,
  );
}

/** What the search for a project offers: no project first. */
export const projectOptions = (say: Say, projects: readonly Project[]) => [
  option(NOTHING, say.plain('kind.work')),
  ...projects.slice(0, 99).map(({ id, name }) => option(id, name)),
];

function absence(say: Say, entries: readonly Entry[]): KnownBlock[] {
  const away = entries.find(({ kind }) => kind !== 'work');
  const choice = (kind: Exclude<Entry['kind'], 'work'>) => option(kind, say.plain(`kind.${kind}`));
  const chosen = kinds.find((kind) => kind === away?.kind);
  return [
    input(
      fields.awayKind,
      say.plain('day.away'),
      {
        type: 'static_select',
        placeholder: plain(say.plain('day.whichAbsence'), 150),
        options: kinds.map(choice),
        ...(chosen && { initial_option: choice(chosen) }),
      },
      { optional: true },
    ),
    input(
      fields.awayHours,
      say.plain('day.awayHours'),
      {
        type: 'plain_text_input',
        max_length: 12,
        ...(away && { initial_value: hoursText(away.minutes) }),
      },
      { optional: true, hint: say.plain('day.awayHint') },
    ),
  ];
}

export type ReadDay = { entries: TypedEntry[] } | { errors: Record<string, string> };

/** What was filled in, or what is wrong, by field. `before` is what the day's form showed, with what it can't show. */
export function readDay(say: Say, values: StateValues, day: Entry['day'], before: readonly Entry[]): ReadDay {
  const answers = answersOf(values);
  const errors: Record<string, string> = {};
  const text = (field: string) => String(answers[field] ?? '').trim();
  const entries: TypedEntry[] = [];
  const worked = before.filter(({ kind }) => kind === 'work');
  const add = (field: string, what: Pick<TypedEntry, 'kind' | 'projectId' | 'note'>, shown: Entry | undefined) => {
    const time = untouched(text(field), shown) ?? readHours(text(field));
    if ('wrong' in time) errors[field] = say.plain(`wrong.${time.wrong}`, { text: text(field) });
    else if ('from' in time && time.to <= time.from) errors[field] = say.plain('wrong.overMidnight');
    else entries.push({ day, ...what, time, clearsDay: false });
  };
  for (let row = 0; row < MOST_ROWS; row++) {
    const [field, project] = [rowField('hours', row), text(rowField('project', row))];
    const note = text(rowField('note', row)) || null;
    const hasMore = note !== null || (project !== '' && project !== NOTHING);
    if (text(field) === '' && hasMore) errors[field] = say.plain('wrong.noHours');
    if (text(field) === '') continue;
    add(field, { kind: 'work', projectId: project === '' || project === NOTHING ? null : project, note }, worked[row]);
  }
  const kind = kinds.find((one) => one === answers[fields.awayKind]);
  if (kind && text(fields.awayHours)) add(fields.awayHours, { kind, projectId: null, note: null }, undefined);
  else if (kind) errors[fields.awayHours] = say.plain('day.howLong');
  else if (text(fields.awayHours)) errors[fields.awayKind] = say.plain('day.whichAbsence');
  return Object.keys(errors).length > 0 ? { errors } : { entries: [...entries, ...unshown(day, before)] };
}

/** Hours that stand as they were shown keep what the form can't show of them: how many were at night. */
const untouched = (text: string, shown: Entry | undefined) =>
  shown && text === hoursText(shown.minutes) ? { minutes: shown.minutes, nightMinutes: shown.nightMinutes } : null;

/** More rows than the form has, and a second absence, stay as they are. */
function unshown(day: Entry['day'], before: readonly Entry[]): TypedEntry[] {
  const work = before.filter(({ kind }) => kind === 'work').slice(MOST_ROWS);
  const away = before.filter(({ kind }) => kind !== 'work').slice(1);
  return [...work, ...away].map(({ minutes, nightMinutes, ...entry }) => ({
    ...entry,
    day,
    time: { minutes, nightMinutes },
    clearsDay: false,
  }));
}
