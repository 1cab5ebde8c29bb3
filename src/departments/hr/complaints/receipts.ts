import { createHash, randomBytes, randomInt } from 'node:crypto';

const DIGITS = 16;
/** Without those that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 6;

/** Sixteen digits that only whoever complained has: `1234 5678 9012 3456`. */
export const drawReceipt = (): string => Array.from({ length: DIGITS }, () => randomInt(10)).join('');

export const receiptText = (receipt: string): string => receipt.replace(/(\d{4})(?=\d)/g, '$1-');

/** As somebody typed it, with dashes, spaces or dots; null: it can be none. */
export function readReceipt(typed: string): string | null {
  const digits = typed.replace(/[\s.\-–—]/g, '');
  return /^\d{16}$/.test(digits) ? digits : null;
}

/** What a complaint is called: it tells neither order nor number. */
export const drawReference = (): string =>
  `HR-${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

export function readReference(typed: string): string | null {
  const [, letters] = /^(?:HR-?)?([A-Z0-9]{6})$/i.exec(typed.trim()) ?? [];
  return letters === undefined ? null : `HR-${letters.toUpperCase()}`;
}

/** Drawn when a form is opened, and hidden in it. */
export const drawNonce = (): string => randomBytes(16).toString('base64url');

export const tagOfForm = (nonce: string): string => createHash('sha256').update(nonce).digest('hex');
