import { z } from 'zod';
import { claimOf } from '../../../../platform/claims.js';
import { checkNames } from '../checks/finding.js';
import { no } from '../words.js';

// What buttons and forms carry along for us, as JSON: claims like any other.

const id = z.uuid();
const page = z.int().nonnegative().max(10_000);

const peoplePlace = z.object({ id, query: z.string().max(100), page });
export type PeoplePlace = z.output<typeof peoplePlace>;

const slipPlace = z.object({
  id,
  number: z.string().max(100),
  currency: z.string().max(3),
  /** Which line is asked about; null: none. */
  line: z.int().nonnegative().max(10_000).nullable(),
  page: page.default(0),
});
export type SlipPlace = z.output<typeof slipPlace>;

const findingsPlace = z.object({ id, check: z.enum(checkNames), page });
export type FindingsPlace = z.output<typeof findingsPlace>;

const passPlace = z.object({ id, check: z.enum(checkNames), whom: z.string().max(100), page });
export type PassPlace = z.output<typeof passPlace>;

export const readPeoplePlace = (json: string): PeoplePlace => claimed(peoplePlace, json);
export const readSlipPlace = (json: string): SlipPlace => claimed(slipPlace, json);
export const readFindingsPlace = (json: string): FindingsPlace => claimed(findingsPlace, json);
export const readPassPlace = (json: string): PassPlace => claimed(passPlace, json);

function claimed<Claim>(shape: z.ZodType<Claim>, json: string): Claim {
  const claim = claimOf(shape, json);
  if (claim === null) throw no('run.refused.noChoice');
  return claim;
}
