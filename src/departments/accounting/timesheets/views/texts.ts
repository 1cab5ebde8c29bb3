import { escapeText, shorten } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import { daysText, dayText, hoursText } from '../../../../platform/words/dates.js';
import type { Period } from '../rules/periods.js';
import type { Entry, Project, State } from '../sheet.js';
import type { Say } from '../words.js';

/** `16–22 November 2026` */
export const periodText = ({ language }: Pick<Say, 'language'>, { first, last }: Period): string =>
  daysText({ from: first, until: last }, language);

/** `Mon, 16 Nov` */
export const shortDay = (day: Temporal.PlainDate, { language }: Pick<Say, 'language'>): string =>
  dayText(day, language, { weekday: 'short', day: 'numeric', month: 'short' });

const marks: Readonly<Record<State | 'missing', string>> = {
  missing: '▫️',
  draft: '✏️',
  submitted: '📨',
  returned: '↩️',
  approved: '✅',
  locked: '🔒',
};

export const stateText = (say: Say, state: State | 'missing'): string => `${marks[state]} ${say(`state.${state}`)}`;

/** What hours are for: the project's name, or the kind of absence. Not escaped. */
export function thingOf(
  say: Say,
  entry: Pick<Entry, 'kind' | 'projectId'>,
  projects: ReadonlyMap<string, Project>,
): string {
  if (entry.kind !== 'work') return say.plain(`kind.${entry.kind}`);
  const project = entry.projectId === null ? undefined : projects.get(entry.projectId);
  return project ? project.name : say.plain('kind.work');
}

/** `Website 7:30 · “fixed the form”`, escaped. */
export function entryText(say: Say, entry: Entry, projects: ReadonlyMap<string, Project>): string {
  const note = entry.note ? ` · _${escapeText(shorten(entry.note, 80)).replaceAll('_', ' ')}_` : '';
  const night = entry.nightMinutes > 0 ? ` (${say('form.night', { hours: hoursText(entry.nightMinutes) })})` : '';
  return `${escapeText(thingOf(say, entry, projects))} *${hoursText(entry.minutes)}*${night}${note}`;
}
