import type { Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { personCalled, type Reading, require, standingsOf, type Timesheets, todayOf } from '../desk.js';
import { may, type Standing } from '../permissions.js';
import { compareDays, type Period, periodAfter, periodOf } from '../rules/periods.js';
import { isCorrection, type Sheet, type SheetEvent } from '../sheet.js';
import { isWritable } from '../states.js';
import { no } from '../words.js';

/** Whose hours, and of which period: any day of it will do. A claim, where it comes from a form or button. */
export interface Place {
  ownerId: string;
  day: Temporal.PlainDate;
}

/** A sheet as somebody sees it. */
export interface Seen {
  owner: Person;
  period: Period;
  /** Null: nothing was written yet. */
  sheet: Sheet | null;
  standings: ReadonlySet<Standing>;
  canWrite: boolean;
  history: readonly SheetEvent[];
  /** What the owner's day is now. */
  today: Temporal.PlainDate;
}

const SHOWN_EVENTS = 8;

export async function seeSheet(desk: Reading, by: string, { ownerId, day }: Place): Promise<Seen> {
  await require(desk, 'see', by, ownerId);
  const owner = await personCalled(desk, ownerId);
  const { period, sheet } = await periodFor(desk, owner, day);
  const standings = await standingsOf(desk, by, ownerId);
  const history = sheet ? await desk.sheets.history(sheet.id, SHOWN_EVENTS) : [];
  const canWrite = isWritable(sheet?.state ?? 'draft') && mayWrite(standings, sheet);
  return { owner, period, sheet, standings, canWrite, history, today: todayOf(owner, desk.now) };
}

export const mayWrite = (standings: ReadonlySet<Standing>, sheet: Sheet | null): boolean =>
  may(sheet && isCorrection(sheet) ? 'writeCorrection' : 'write', standings);

/** A period that was begun keeps its days, also when the company counts its periods otherwise since. */
async function periodFor(
  desk: Reading,
  owner: Person,
  day: Temporal.PlainDate,
): Promise<Pick<Seen, 'period' | 'sheet'>> {
  const [begun] = await desk.sheets.among({ first: day, last: day }, [owner.id]);
  if (begun) return { period: { first: begun.first, last: begun.last }, sheet: begun };
  const period = periodOf(day, desk.settings);
  return { period, sheet: await desk.sheets.of(owner.id, period.first) };
}

/** Holds the sheet of that place for a change of what is in it, begun where there is none. */
export async function holdForWriting(desk: Timesheets, by: string, place: Place): Promise<Sheet> {
  const { owner, period } = await seeSheet(desk, by, place);
  const ahead = periodAfter(periodOf(todayOf(owner, desk.now), desk.settings), desk.settings.ahead, desk.settings);
  if (compareDays(period.first, ahead.last) > 0) throw no('refused.tooFarAhead', { count: desk.settings.ahead });
  const sheet = await desk.sheets.begin(owner.id, period);
  if (!mayWrite(await standingsOf(desk, by, owner.id), sheet)) throw no('refused.notYours');
  if (!isWritable(sheet.state)) throw no(`refused.write.${sheet.state as 'submitted' | 'approved' | 'locked'}`);
  return sheet;
}
