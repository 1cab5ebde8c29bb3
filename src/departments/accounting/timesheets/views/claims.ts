import { z } from 'zod';
import { claimOf } from '../../../../platform/claims.js';
import { Temporal } from '../../../../platform/time.js';
import type { Place } from '../service/place.js';
import { no } from '../words.js';

// What forms and buttons carry, and bring back from outside: claims.

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const place = z.object({
  owner: z.string().regex(/^[A-Z0-9]{2,40}$/),
  day,
  edition: z.int().optional(),
  turn: z.int().optional(),
});

export interface Shown extends Place {
  /** Of the sheet as it was shown; absent: none was. */
  edition?: number | undefined;
  /** How often the box of lines was emptied: it stands in the name of its block. */
  turn?: number | undefined;
}

export const writePlace = ({ ownerId, day: on, edition, turn }: Shown): string =>
  JSON.stringify({ owner: ownerId, day: on.toString(), edition, turn });

export function readPlace(text: string): Shown {
  const read = claimOf(place, text);
  if (read === null) throw no('refused.gone');
  const { owner, ...rest } = read;
  return { ownerId: owner, ...rest };
}
