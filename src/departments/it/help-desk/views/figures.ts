import { section } from '../../../../platform/blocks.js';
import type { Note } from '../../../../platform/doors/doors.js';
import type { Figures } from '../store/queue.js';
import type { Say } from '../words.js';

/** The last thirty days in a few lines, for those who lead the desk. */
export function figuresNote(say: Say, { raised, resolved, open, late, rated, rating }: Figures): Note {
  const score = rating?.toLocaleString(say.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const lines = [
    say('figures.raised', { count: raised }),
    say('figures.resolved', { count: resolved }),
    say('figures.open', { count: open }),
    say('figures.late', { count: late }),
    score ? say('figures.rating', { score, count: rated }) : say('figures.notRated'),
  ];
  const title = say('figures.title');
  return { text: title, blocks: [section(`*${title}*\n${lines.map((line) => `• ${line}`).join('\n')}`)] };
}
