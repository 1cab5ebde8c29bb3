import { z } from 'zod';
import { errorsByField } from '../../../../platform/answers.js';

/** What a form said: its fields as plain values, or what is wrong, by block. */
export type Reading<Fields> = { fields: Fields } | { errors: Record<string, string> };

export function refusedOr<Output, Fields>(
  result: z.ZodSafeParseResult<Output>,
  fieldsOf: (output: Output) => Fields,
): Reading<Fields> {
  if (result.success) return { fields: fieldsOf(result.data) };
  return { errors: errorsByField(result.error.issues) };
}

/** Spaces and invisible marks alone say nothing. */
export const isSaid = (text: string): boolean => text.replace(/[\s\p{Cf}]/gu, '') !== '';

/** Three letters or digits at least: smileys alone don't tell what is wrong. */
export const isTelling = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3;

/** A text that is needed and may not be too long, with what to say where it isn't so. */
export const neededText = (empty: string, most: number, tooLong: string) =>
  z.string({ error: empty }).trim().refine(isSaid, empty).max(most, tooLong);
