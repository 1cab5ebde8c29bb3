import type { Days } from '../hours.js';
import type { Currency } from '../money.js';
import type { Look } from '../office.js';
import type { Language } from '../words/words.js';

/** Terms: a *report source* is what one desk can tell of a span of days; a *tally* is what it tells of one span, in
 * *measures* (the sums over everything) and *rows* (the parts that explain them). Comparing spans is not its business. */

/** What a number counts: whole things, minutes, per mille of something, or a currency's smallest unit. */
export type Unit = { is: 'count' } | { is: 'minutes' } | { is: 'perMille' } | { is: 'money'; currency: Currency };

/** Whether a larger number is good news. */
export type Better = 'more' | 'less' | 'neither';

/** Null: not told, such as a number so small that it would point at somebody, or a share of nothing. */
export type Figure = number | null;

export interface Measure {
  /** The same in every span: `revenue:RON`. */
  key: string;
  /** Not escaped. */
  label: string;
  unit: Unit;
  better: Better;
  value: Figure;
  /** What was planned for the span, where something was. */
  budget?: number;
  /** Stands in the picture. */
  isDrawn?: true;
}

export interface TallyRow {
  /** The same in every span. */
  key: string;
  /** Not escaped. */
  label: string;
  /** What it is a part of, as a heading; not escaped. */
  group: string;
  unit: Unit;
  better: Better;
  value: Figure;
}

export interface Tally {
  /** Nothing happened, or nothing is known of these days: a report of it would tell nobody anything. */
  isEmpty: boolean;
  measures: readonly Measure[];
  rows: readonly TallyRow[];
  /** Sentences on what isn't in it. Not escaped. */
  notes: readonly string[];
}

export interface TallyWish {
  days: Days;
  language: Language;
  /** For whom; null: a channel. Sources that aren't private tell everybody the same. */
  readerId: string | null;
}

/** What a desk offers for reports, as data: `Desk.reports`. */
export interface ReportSource {
  /** Begins with the desk's name: `it.help-desk.tickets`. */
  name: string;
  /** Word keys of the desk's words. */
  title: string;
  about: string;
  /** Goes to people only, never to a channel, and its figures stand in no notification. */
  isPrivate?: true;
  /** Tells whole years only: from shorter spans, numbers that are hidden in one could be worked out. */
  isYearly?: true;
  /** Asked when a report is set up, and again for each reader each time that one is sent. */
  mayRead(look: Look, personId: string): Promise<boolean>;
  tally(look: Look, wish: TallyWish): Promise<Tally>;
}
