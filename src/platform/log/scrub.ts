const LONGEST = 2_000;

const secrets: readonly [RegExp, string][] = [
  [/\b(xox[a-z](?:\.xox[a-z])?|xapp)-[\w.%-]+/gi, '$1-…'],
  [/\b(postgres(?:ql)?:\/\/)[^\s/@"\\]+@/gi, '$1…@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/g, '$1 …'],
  [/(https?:\/\/hooks\.slack\.com\/)[^\s"\\]+/gi, '$1…'],
  [/\/(commands|actions|app)\/T\w+\/[^\s"\\]+/g, '/$1/…'],
];

// Parsers and the database quote what they could not read, which may be what somebody wrote.
const quotations: readonly [RegExp, string][] = [
  [/"[^"]*"(?:\.\.\.)?( is not valid JSON)/gs, '"…"$1'],
  [/((?:invalid input|malformed)[^:]*: )".*"/gs, '$1"…"'],
];

const replaceAll = (text: string, rules: readonly [RegExp, string][]): string =>
  rules.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);

/** Takes tokens, passwords and secret addresses out of a text, and leaves JSON valid. */
export const hideSecrets = (text: string): string => replaceAll(text, secrets);

/** Takes out of one field or message what nobody should find in a log. */
export function scrub(text: string): string {
  const clean = replaceAll(hideSecrets(text), quotations);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}
