import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { readCsv } from '../../../src/platform/tables/read-csv.js';
import { writeCsv } from '../../../src/platform/tables/write-csv.js';
import { attacks, hours, notes } from './samples.js';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** As another program reads it. */
const seen = (bytes: Uint8Array, delimiter = ',') =>
  parseCsv(new TextDecoder().decode(bytes), { delimiter }).map((row) => row.map(String));

describe('a table as CSV', () => {
  it('is what a spreadsheet in English expects', () => {
    expect(textOf(writeCsv(hours, 'en'))).toBe(
      '\ufeffPerson,Day,Time,Rate,Days\r\n' +
        '"Ștefan ""Fane"" Pop; Iași",2026-11-20,7:30,1234.50,2.5\r\n' +
        '"Ana,\nback office",,0:05,-0.07,-1\r\n',
    );
  });

  it('is what a spreadsheet in Romanian expects', () => {
    expect(textOf(writeCsv(hours, 'ro'))).toBe(
      '\ufeffPerson;Day;Time;Rate;Days\r\n' +
        '"Ștefan ""Fane"" Pop; Iași";2026-11-20;7:30;1234,50;2,5\r\n' +
        '"Ana,\nback office";;0:05;-0,07;-1\r\n',
    );
  });

  it.each(attacks)('never has a cell that is worked out: %j', (attack) => {
    const [, [cell] = []] = seen(writeCsv(notes([attack]), 'en'));
    expect(cell).toBe(`'${attack}`);
  });

  it.each(['-5', '+40.5', '-1,25', 'a=1', "'t Hooft"])('leaves %j as it is', (text) => {
    expect(seen(writeCsv(notes([text]), 'en'))[1]).toEqual([text]);
  });

  it('has titles that are no formulas either', () => {
    const table = { name: 'x', columns: [{ title: '=1+1', kind: 'text' as const }], rows: [] };
    expect(seen(writeCsv(table, 'en'))).toEqual([["'=1+1"]]);
  });

  it('writes numbers in full, however large or small', () => {
    const table = { name: 'x', columns: [{ title: 'n', kind: 'number' as const }], rows: [[1e21], [0.0000001], [-0]] };
    expect(seen(writeCsv(table, 'en')).slice(1)).toEqual([['1000000000000000000000'], ['0.0000001'], ['-0']]);
  });

  it('refuses a cell that is not of its column, before anybody reads a wrong figure', () => {
    const table = { ...notes([]), rows: [[450]] };
    expect(() => writeCsv(table, 'en')).toThrow('a cell under "Note" is no text');
  });

  it('is read back as it was, in either language', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ț', '"', ';', ',', '\n', '=', '-', '+', '@', "'", '1', ' '),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(text), fc.constantFrom('en' as const, 'ro' as const), (texts, language) => {
        const rows = texts.map((cell, place) => [cell, place]);
        const columns = [
          { title: 'Note', kind: 'text' as const },
          { title: 'Number', kind: 'number' as const },
        ];
        const read = readCsv(writeCsv({ name: 'x', columns, rows }, language));
        expect(read.problems).toEqual([]);
        expect(read.rows.map(({ cells }) => cells)).toEqual(texts.map((cell, place) => [cell, String(place)]));
      }),
    );
  });
});
