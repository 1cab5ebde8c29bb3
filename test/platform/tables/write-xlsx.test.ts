import { readXlsx } from 'hucre/xlsx';
import type { Table } from '../../../src/platform/tables/table.js';
import { writeXlsx } from '../../../src/platform/tables/write-xlsx.js';
import { attacks, hours, notes } from './samples.js';

/** As another program opens it. */
async function opened(table: Table) {
  const { sheets } = await readXlsx(await writeXlsx(table), { readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  const cell = (row: number, column: number) => sheet.cells?.get(`${row},${column}`);
  return { sheet, cell };
}

/** A spreadsheet's time without a date is one of its day zero. */
const time = (hours: string) => new Date(`1899-12-31T${hours}:00Z`);

describe('a table as a workbook', () => {
  it('has dates as dates, numbers as numbers, time as time', async () => {
    const { sheet, cell } = await opened(hours);
    expect(sheet.name).toBe('Hours  week 47');
    expect(sheet.rows).toEqual([
      ['Person', 'Day', 'Time', 'Rate', 'Days'],
      ['Ștefan "Fane" Pop; Iași', new Date('2026-11-20T00:00:00Z'), time('07:30'), 1234.5, 2.5],
      ['Ana,\nback office', null, time('00:05'), -0.07, -1],
    ]);
    expect([2, 3].map((column) => cell(1, column)?.style?.numFmt)).toEqual(['[h]:mm', '#,##0.00 "RON"']);
  });

  it('keeps its bold titles in sight, over columns that are wide enough', async () => {
    const { sheet, cell } = await opened(hours);
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(hours.columns.map((_, column) => cell(0, column)?.style?.font?.bold)).toEqual(Array(5).fill(true));
    expect(cell(1, 0)?.style?.font?.bold).toBeFalsy();
    expect(sheet.columns?.map(({ width }) => Math.round(width ?? 0))).toEqual([30, 12, 10, 16, 12]);
  });

  it('has no formula, whatever people write', async () => {
    const { sheet, cell } = await opened(notes(attacks));
    expect(sheet.rows.slice(1).map(([text]) => text)).toEqual(attacks.map((text) => text.replace('\r', '\n')));
    expect(attacks.map((_, row) => cell(row + 1, 0)?.formula)).toEqual(attacks.map(() => undefined));
  });

  it('opens although a text has what no workbook can hold', async () => {
    const { sheet } = await opened(notes(['bell \u0007 and half \ud83d a face', '<b>&amp;', 'x'.repeat(40_000)]));
    const [, bell, markup, long] = sheet.rows.map(([text]) => text);
    expect(bell).toBe('bell  and half  a face');
    expect(markup).toBe('<b>&amp;');
    expect(long).toHaveLength(32_767);
  });

  it.each([
    ['[a]/b:c*', 'a  b c'],
    ["'quoted'", 'quoted'],
    ['', '1'],
    ['x'.repeat(50), 'x'.repeat(31)],
  ])('has a name that Excel takes: %j', async (name, shown) => {
    expect((await opened({ ...hours, name })).sheet.name).toBe(shown);
  });
});
