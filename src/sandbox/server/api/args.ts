import { z } from 'zod';

/** Arguments arrive as JSON or as form fields, where everything is a string. */
export const text = z.coerce.string();

export const flag = z
  .union([z.boolean(), z.literal(0), z.literal(1), z.enum(['true', 'false', '1', '0', ''])])
  .transform((given) => given === true || given === 1 || given === 'true' || given === '1');

export const count = z.coerce.number().int();

/** A list of ids: an array, or separated by commas. */
export const list = z
  .union([z.array(z.string()), z.string()])
  .transform((given) =>
    (Array.isArray(given) ? given : given.split(',')).map((one) => one.trim()).filter((one) => one !== ''),
  );

/** JSON, possibly inside a string. Text that isn't JSON is passed on, for the method to refuse. */
export const json = z.unknown().transform((given) => {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
});

export const stamp = z.coerce.string();
export const isStamp = (given: string) => /^\d{1,10}(\.\d{1,6})?$/.test(given);

/** Timestamps compare as text once they have the same number of digits. */
export function fullStamp(given: string): string {
  const [seconds = '0', micros = ''] = given.split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`;
}
