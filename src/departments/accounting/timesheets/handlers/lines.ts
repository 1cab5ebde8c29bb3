import { answersOf } from '../../../../platform/answers.js';
import type { OpenView, Visit } from '../../../../platform/doors/doors.js';
import { fields } from '../ids.js';
import { readLines, type TypedEntry, type WrongLine } from '../rules/lines.js';
import { seeSheet } from '../service/place.js';
import type { Shown } from '../views/claims.js';
import type { Say } from '../words.js';
import { type Room, sayFor } from './room.js';

export interface ReadBox {
  /** The block of the box. */
  field: string;
  text: string;
  entries: TypedEntry[];
  /** What is wrong with the lines, a sentence for each; null: nothing is. Plain text. */
  wrong: string | null;
}

/** What stands in the box of lines; null where nothing does. */
export async function linesIn(
  { desk }: Room,
  visit: Visit & { view?: OpenView },
  place: Shown,
): Promise<ReadBox | null> {
  const answers = Object.entries(answersOf(visit.view?.values ?? {}));
  const [field, value] = answers.find(([block]) => block.startsWith(`${fields.lines}:`)) ?? [];
  const text = String(value ?? '');
  if (field === undefined || text.trim() === '') return null;
  return desk.look(async (at) => {
    const { period, today } = await seeSheet(at, visit.person.id, place);
    const read = readLines(text, { period, today, projects: await at.projects.open() });
    return { field, text, entries: read.entries, wrong: wrongText(sayFor(visit), read.wrong) };
  });
}

const SHOWN = 5;

function wrongText(say: Say, wrong: readonly WrongLine[]): string | null {
  if (wrong.length === 0) return null;
  const sentences = wrong
    .slice(0, SHOWN)
    .map(({ line, trouble, text }) =>
      say.plain('wrong.line', { line, what: say.plain(`wrong.${trouble}`, { text: text.slice(0, 40) }) }),
    );
  const more = wrong.length > SHOWN ? [say.plain('wrong.more', { count: wrong.length - SHOWN })] : [];
  return [...sentences, ...more].join(' ');
}
