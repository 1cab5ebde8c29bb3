import type { Table } from '../../../src/platform/tables/table.js';
import { Temporal } from '../../../src/platform/time.js';

export const hours: Table = {
  name: 'Hours: week 47',
  columns: [
    { title: 'Person', kind: 'text', width: 30 },
    { title: 'Day', kind: 'date' },
    { title: 'Time', kind: 'minutes' },
    { title: 'Rate', kind: 'money' },
    { title: 'Days', kind: 'number' },
  ],
  rows: [
    ['Ștefan "Fane" Pop; Iași', Temporal.PlainDate.from('2026-11-20'), 450, { minor: 123450, currency: 'RON' }, 2.5],
    ['Ana,\nback office', null, 5, { minor: -7, currency: 'RON' }, -1],
  ],
};

/** What a stranger writes into a note, hoping that the accountant's spreadsheet works it out. */
export const attacks = [
  '=1+1',
  '=HYPERLINK("http://evil.example","click")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '-2+3+cmd|" /C calc"!A0',
];

export const notes = (texts: readonly string[]): Table => ({
  name: 'Notes',
  columns: [{ title: 'Note', kind: 'text' }],
  rows: texts.map((text) => [text]),
});
