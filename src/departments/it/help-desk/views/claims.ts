import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { no } from '../words.js';

/** What a button or a form carries along for us, as JSON: a claim like any other. */
export function claimed<Claim>(shape: z.ZodType<Claim>, json: string): Claim {
  const claim = claimOf(shape, json);
  if (claim === null) throw no('refusals.noChoice');
  return claim;
}

/** The ticket that a form names. */
export const number = z.coerce.number().int().positive();

/** What a small form says: its answers by block, and the number that it was opened with. All of it is a claim. */
export const claimsOf = ({ privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>) => ({
  ...answersOf(values),
  number: privateMetadata,
});
