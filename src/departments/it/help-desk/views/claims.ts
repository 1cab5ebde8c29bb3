import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import type { OpenView } from '../../../../platform/doors/doors.js';

/** The ticket that a form names. */
export const number = z.coerce.number().int().positive();

/** What a small form says: its answers by block, and the number that it was opened with. All of it is a claim. */
export const claimsOf = ({ privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>) => ({
  ...answersOf(values),
  number: privateMetadata,
});
