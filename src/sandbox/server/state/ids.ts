import { randomBytes, randomInt } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id as Slack makes them: a letter that says what it is, and ten characters. */
export function newId(kind: 'U' | 'C' | 'D' | 'F' | 'V' | 'B' | 'A' | 'T' | 'Q' | 'Ev'): string {
  return `${kind}0${Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('')}`;
}

/** The id that a person, channel or app of the company always has, made of its name. */
export function idFromName(kind: 'U' | 'C' | 'D' | 'B' | 'A' | 'T', name: string): string {
  const body = name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${kind}0${body.slice(0, 9).padEnd(9, '0')}`;
}

export function newSecret(bytes = 16): string {
  return randomBytes(bytes).toString('hex');
}
