/** A spreadsheet takes text that begins so for a formula, and works it out on the reader's computer. */
const BEGINS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const IS_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** With an apostrophe before what would be taken for a formula: it is shown as it was written. */
export const guarded = (text: string): string =>
  BEGINS_FORMULA.test(text) && !IS_NUMBER.test(text) ? `'${text}` : text;

/** Takes that apostrophe off again. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && guarded(text.slice(1)) === text ? text.slice(1) : text;
