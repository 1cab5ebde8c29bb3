import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import type { BadLine, ProblemKey } from '../service/import/lines.js';
import type { Written } from '../service/people.js';
import { no, type Say } from '../words.js';
import type { Field } from './employee-form.js';

const claim = z.object({ number: z.string().nullable(), mark: z.string() });
export type Claim = z.output<typeof claim>;

const typed = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const answers = z.object({
  ...{ number: typed, name: typed, email: typed, manager: typed, group: typed, starts: typed, ends: typed },
  ...{ job: typed, rate: typed, currency: typed, weeklyHours: typed, from: typed, iban: typed },
  slack: z.string().nullish(),
});

/** What was written, and over which file: claims, both of them. */
export function readEmployeeForm({ privateMetadata, values }: OpenView): { seen: Claim; written: Written } {
  const seen = claimOf(claim, privateMetadata);
  if (seen === null) throw no('people.refused.stale');
  const { slack, ...texts } = answers.parse(answersOf(values));
  return { seen, written: { texts, personId: slack ?? null } };
}

const fieldOfProblem: Partial<Record<ProblemKey, Field>> = {
  ...{ endsFirst: 'ends', emailTaken: 'email', needsFrom: 'from', fromTooEarly: 'from', fromTooLate: 'from' },
  ...{ slackTaken: 'slack', noManager: 'manager', ownManager: 'manager', managerCircle: 'manager' },
};

/** What is wrong with what was written, at its fields. */
export function errorsOf(say: Say, { problems }: BadLine): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { key, values } of problems) {
    const field = fieldOfProblem[key] ?? key;
    errors[field] ??= say(`import.bad.${key}`, values);
  }
  return errors;
}
