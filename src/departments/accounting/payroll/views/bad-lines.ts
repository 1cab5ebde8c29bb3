import type { BadLine } from '../service/import/lines.js';
import type { Say } from '../words.js';

/** One line of the list that can't be imported, with all that is wrong with it; `say.plain` says it unescaped. */
export function badText(say: Say['plain'], { line, number, name, problems }: BadLine): string {
  const who = [number, name].filter(Boolean).join(' ');
  const sentences = problems.map(({ key, values }) => say(`import.bad.${key}`, values)).join(' ');
  return say('import.badLine', { line, who: who && ` (${who})`, sentences });
}
