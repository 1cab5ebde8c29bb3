import type {
  RawNumberElement,
  RawTextElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
} from '@slack/types';
import { fold } from '../emoji/gather.js';

export type Cell = RichTextBlock | RawTextElement | RawNumberElement;

export interface Sorting {
  column: number;
  down: boolean;
}

/** What a cell says, for finding and sorting. */
export function textOf(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.type !== 'rich_text') return cell.text;
  return cell.elements.map((element) => runsOf(element).map(runText).join('')).join(' ');
}

const runsOf = (element: RichTextBlockElement): (RichTextElement | RichTextSection)[] => [...element.elements];

function runText(run: RichTextElement | RichTextSection): string {
  if (run.type === 'rich_text_section') return run.elements.map(runText).join('');
  return 'text' in run ? (run.text ?? '') : 'name' in run ? run.name : '';
}

/** The rows with these words in them, in this order. Numbers are sorted as numbers. */
export function arrange(rows: Cell[][], query: string, sorting: Sorting | undefined, locale: string): Cell[][] {
  const wanted = fold(query.trim());
  const found = wanted ? rows.filter((row) => row.some((cell) => fold(textOf(cell)).includes(wanted))) : rows;
  if (!sorting) return found;
  const sorted = [...found].sort((a, b) => compare(a[sorting.column], b[sorting.column], locale));
  return sorting.down ? sorted.reverse() : sorted;
}

function compare(a: Cell | undefined, b: Cell | undefined, locale: string): number {
  if (a?.type === 'raw_number' && b?.type === 'raw_number') return a.value - b.value;
  return textOf(a).localeCompare(textOf(b), locale, { numeric: true });
}
