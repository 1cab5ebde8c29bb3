import { colleague, type Reading } from '../desk.js';
import { may, standingsOf } from '../permissions.js';
import type { FigureRow, Figures } from '../store/figures.js';
import { no } from '../words.js';

const figuresOf = ({ rotation: _r, hour: _h, ...figures }: FigureRow): Figures => figures;
const none: Figures = { calls: 0, answered: 0, passedOn: 0, lost: 0, unhappy: 0, medianSeconds: null };

/** Of all calls together. */
export function wholeOf(rows: readonly FigureRow[]): Figures {
  const whole = rows.find(({ kind }) => kind === 'all');
  return whole ? figuresOf(whole) : none;
}

export interface Statistics {
  days: number;
  all: Figures;
  /** By rotation; null: handed to a person, a skill or a language. The most calls first. */
  byRotation: { name: string | null; figures: Figures }[];
  /** Of the office's day, 0–23, only those with calls. */
  byHour: { hour: number; figures: Figures }[];
}

export const periods = [7, 30, 90, 365] as const;

/** How calls went in the last so many days. */
export async function readStatistics(desk: Reading, by: string, days: number): Promise<Statistics> {
  if (!may('seeStatistics', standingsOf(await colleague(desk, by)))) throw no('refused.notFront');
  const span = { start: desk.now.subtract({ hours: days * 24 }), end: desk.now.add({ seconds: 1 }) };
  const rows = await desk.figures.among(span, desk.calendar.timeZone);
  return {
    days,
    all: wholeOf(rows),
    byRotation: rows
      .filter(({ kind }) => kind === 'rotation')
      .map((row) => ({ name: row.rotation, figures: figuresOf(row) })),
    byHour: rows.flatMap((row) => (row.hour === null ? [] : [{ hour: row.hour, figures: figuresOf(row) }])),
  };
}
