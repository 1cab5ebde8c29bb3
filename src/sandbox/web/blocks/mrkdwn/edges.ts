// Where a style may open and close: Slack makes nothing bold inside of words.

const wordly = /[\p{L}\p{N}]/u;

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

export const opensAt = (text: string, at: number): boolean => at === 0 || isBoundary(text, at - 1, text.charAt(at));
export const isEdge = (text: string, at: number, mark = ''): boolean => at >= text.length || isBoundary(text, at, mark);

function isBoundary(text: string, at: number, mark: string): boolean {
  const character = wholeCharacter(text, at);
  return character !== mark && !wordly.test(character);
}

/** The character that this place is part of, also when it is the second half of a surrogate pair. */
function wholeCharacter(text: string, at: number): string {
  const isSecondHalf = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  return String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0);
}

/** Punctuation behind an address belongs to the sentence. */
export function withoutPunctuation(address: string): string {
  let url = address;
  for (;;) {
    const tail = /(?:&gt;|&lt;|[.,;:!?'"*_~`]|\))$/.exec(url)?.[0];
    if (!tail || (tail === ')' && url.includes('('))) return url;
    url = url.slice(0, -tail.length);
  }
}
