import type { Person } from '../../../../platform/people/person.js';
import { type Reading, standingsOf, type Timesheets } from '../desk.js';
import type { ExportedEntry } from '../export/table.js';
import { may } from '../permissions.js';
import { compareDays, isWithin, type Period } from '../rules/periods.js';
import { DESK } from '../sheet.js';
import { teamOf } from '../store/team.js';
import { no } from '../words.js';

export const scopes = ['own', 'team', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** Whose hours, of which days. */
export interface ExportWish {
  scope: Scope;
  days: Period;
}

/** Longer would be a file that nobody reads, and that takes too long. */
const MOST_DAYS = 400;

/** What somebody may export: their own, their team's where they have one, everybody's as an accountant. */
export async function scopesFor(desk: Reading, by: string): Promise<Scope[]> {
  const isAll = may('seeAll', await standingsOf(desk, by, by));
  const hasTeam = (await teamOf(desk.db, by, [])).length > 0;
  return scopes.filter((scope) => scope === 'own' || (scope === 'team' ? hasTeam : isAll));
}

/** Refuses what is too long, the wrong way round, or not theirs to see. */
export async function checkExport(desk: Reading, by: string, { scope, days }: ExportWish): Promise<void> {
  if (compareDays(days.last, days.first) < 0) throw no('refused.export.order', {}, 'until');
  if (days.first.until(days.last).days > MOST_DAYS) throw no('refused.export.tooLong', { count: MOST_DAYS }, 'until');
  if (!(await scopesFor(desk, by)).includes(scope)) throw no('refused.notYours', {}, 'scope');
}

/** The hours of these days, each with how far its sheet has come. Rights are asked for again when the file is drawn. */
export async function exportedHours(desk: Reading, by: Person, wish: ExportWish): Promise<ExportedEntry[]> {
  await checkExport(desk, by.id, wish);
  const ids = await idsIn(desk, by.id, wish.scope);
  const sheets = await desk.sheets.among(wish.days, ids);
  const people = new Map((await desk.people.many(sheets.map(({ personId }) => personId))).map((one) => [one.id, one]));
  const entries = sheets.flatMap(({ entries: all, personId, state }) =>
    all.map((entry) => ({ ...entry, personId, state })),
  );
  const ours = entries.filter(({ day }) => isWithin(day, wish.days));
  const projects = await desk.projects.many(ours.flatMap(({ projectId }) => projectId ?? []));
  return ours.map(({ personId, projectId, day, kind, minutes, note, state }) => ({
    ...{ day, kind, minutes, note, state },
    person: people.get(personId)?.name ?? personId,
    project: projectId === null ? null : (projects.get(projectId)?.name ?? null),
  }));
}

/** Those who have left are among everybody: their hours were worked. */
async function idsIn({ db }: Reading, by: string, scope: Scope): Promise<string[] | undefined> {
  if (scope === 'own') return [by];
  return scope === 'all' ? undefined : teamOf(db, by, []);
}

/** Other people's hours that leave as a file are on record. */
export async function recordExport(desk: Timesheets, by: string, { scope, days }: ExportWish): Promise<void> {
  const detail = { scope, first: String(days.first), last: String(days.last) };
  await desk.audit.record({ actor: by, action: `${DESK}.export`, object: DESK, detail });
}
