import { z } from 'zod';

// What buttons, forms and letters carry along for us comes back from outside: claims, not facts.

/** A claim that is JSON of that shape; null where it is anything else. */
export function claimOf<Claim>(shape: z.ZodType<Claim>, json: string): Claim | null {
  const read = shape.safeParse(parsed(json));
  return read.success ? read.data : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether it can be the id of a row: the database refuses anything else with an error of its own. */
export const isRowId = (text: string): boolean => z.uuid().safeParse(text).success;
