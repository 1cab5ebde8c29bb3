import { Temporal } from '../../../../platform/time.js';
import type { Period } from '../payslip.js';

// Days as `2026-11-26` sort and compare as texts, which is much quicker for hundreds of thousands of them.

export type Day = string;

/** Hours of hundreds of thousands of lines share a few days: each is written out once. */
const texts = new WeakMap<Temporal.PlainDate, Day>();

export function dayText(day: Temporal.PlainDate): Day {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = day.toString();
  texts.set(day, text);
  return text;
}
export const dayOf = (text: Day): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** A period in texts. */
export interface Span {
  from: Day;
  until: Day;
}

export const spanOf = ({ from, until }: Period): Span => ({ from: dayText(from), until: dayText(until) });

export const isWithin = (day: Day, { from, until }: Span): boolean => from <= day && day <= until;

export const overlap = (one: Span, other: Span): boolean => one.from <= other.until && other.from <= one.until;

/** By code point: the same order on every machine. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export const earlierOf = (one: Day, other: Day): Day => (compareTexts(one, other) < 0 ? one : other);
export const laterOf = (one: Day, other: Day): Day => (compareTexts(one, other) > 0 ? one : other);

/** The days between the earliest and the latest of them. */
export const widest = (first: Span, others: readonly Span[]): Span =>
  others.reduce(
    (whole, { from, until }) => ({ from: earlierOf(from, whole.from), until: laterOf(until, whole.until) }),
    first,
  );

/** Where they overlap. */
export const common = (one: Span, other: Span): Span => ({
  from: laterOf(one.from, other.from),
  until: earlierOf(one.until, other.until),
});

export const periodOf = ({ from, until }: Span): Period => ({ from: dayOf(from), until: dayOf(until) });
