import { folded } from '../../../../platform/words/folded.js';
import type { Urgency } from '../call.js';
import { type Draft, emptyDraft } from '../draft.js';
import { numberText, numberWithin } from './numbers.js';

const urgentWords = /(?<![\p{L}])(urgent\w*|asap|emergency|at once|immediately|imediat|neaparat acum)(?![\p{L}])/u;
const highWords =
  /(?<![\p{L}])(angry|furious|upset|unhappy|annoyed|suparat\w*|nervos|nervoasa|furios|furioasa|nemultumit\w*)(?![\p{L}])/u;

/** What stands in the form already when somebody typed it all in one line: `client asks about invoice 4411, angry`. */
export function draftFrom(text: string, country: string): Draft {
  const found = numberWithin(text, country);
  return {
    ...emptyDraft,
    reason: found?.rest ?? text.trim(),
    number: found ? numberText(found.number) : '',
    urgency: urgencyOf(text),
  };
}

function urgencyOf(text: string): Urgency {
  const said = folded(text);
  if (urgentWords.test(said)) return 'urgent';
  return highWords.test(said) ? 'high' : 'normal';
}
