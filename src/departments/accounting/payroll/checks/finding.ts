import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Money, money } from '../../../../platform/money.js';
import { compareTexts } from '../run/days.js';

/** What is looked at before a run is approved. Those that block need somebody who says why it may pass. */
export const checks = {
  belowMinimum: { blocks: true },
  unpaidOvertime: { blocks: true },
  negativeNet: { blocks: true },
  unfinished: { blocks: false },
  hoursWithoutTerms: { blocks: false },
  termsWithoutHours: { blocks: false },
  farFromContract: { blocks: false },
  jump: { blocks: false },
  twoCurrencies: { blocks: false },
  noAccount: { blocks: false },
  noSlack: { blocks: false },
} as const satisfies Record<string, { blocks: boolean }>;

export type CheckName = keyof typeof checks;
export const checkNames = Object.keys(checks) as CheckName[];
export const isCheck = (text: string): text is CheckName => Object.hasOwn(checks, text);
export const blockingChecks = checkNames.filter((name) => checks[name].blocks);

const fact = z.union([
  z.strictObject({ minor: z.int(), currency: z.string() }).transform(({ minor, currency }) => money(minor, currency)),
  z.strictObject({ minutes: z.int() }),
  z.strictObject({ percent: z.int() }),
  z.strictObject({ day: z.iso.date() }),
  z.strictObject({ word: z.string() }),
]);
/** A figure that shows what was found; how it is written depends on who reads it. */
export type Fact = Money | { minutes: number } | { percent: number } | { day: string } | { word: string };
export type Evidence = Record<string, Fact>;
export const evidence: z.ZodType<Evidence> = z.record(z.string(), fact);

/** The facts of what was found again of the same person, who is paid in several currencies: `2.rate` beside `rate`. */
const again = /^(\d+)\.(.+)$/;

/** What was found of the same person several times, as one. */
export const asOne = (all: readonly Evidence[]): Evidence =>
  Object.fromEntries(
    all.flatMap((facts, at) =>
      Object.entries(facts).map(([key, fact]) => [at === 0 ? key : `${at + 1}.${key}`, fact] as const),
    ),
  );

/** Each of what was found by itself. */
export function eachOf(facts: Evidence): Evidence[] {
  const each = new Map<string, Evidence>([['1', {}]]);
  for (const [name, fact] of Object.entries(facts)) {
    const [, time = '1', key = name] = again.exec(name) ?? [];
    each.set(time, { ...each.get(time), [key]: fact });
  }
  return [...each.values()];
}

/** What a check found about one person. */
export interface Finding {
  check: CheckName;
  /** An employee's number, or a Slack id of somebody who isn't on the payroll. */
  whom: string;
  name: string;
  evidence: Evidence;
}

/** Names exactly what was found: when the figures change, so does the mark, and an override no longer fits. */
export function markOf({ check, whom, evidence }: Finding): string {
  const facts = Object.entries(evidence).sort(([one], [other]) => compareTexts(one, other));
  return createHash('sha256')
    .update(JSON.stringify([check, whom, facts]))
    .digest('hex')
    .slice(0, 32);
}
