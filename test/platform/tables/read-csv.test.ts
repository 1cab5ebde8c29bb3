import fc from 'fast-check';
import { readCsv } from '../../../src/platform/tables/read-csv.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv(utf8(text));
const cellsOf = (text: string) => read(text).rows.map(({ cells }) => cells);

/** Bytes by hand, as an old program saved them: what Node can't write. */
const bytes = (text: string, page: Record<string, number>) =>
  Uint8Array.from(text, (letter) => page[letter] ?? letter.charCodeAt(0));

const latin2 = { ă: 0xe3, â: 0xe2, î: 0xee, ş: 0xba, ţ: 0xfe, Ş: 0xaa, Ţ: 0xde };

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('a CSV file', () => {
  it.each([
    [',', 'name,rate\nAna,12.5\n'],
    [';', 'name;rate\nAna;12,5\n'],
    ['\t', 'name\trate\r\nAna\t12,5\r\n'],
    [';', 'Nume, prenume;Rată\nPop, Ana;12,5\nIon, Dan;13,5'],
    [',', 'name,rate,note\nAna,12,"a;b;c;d"\n'],
  ])('is known to be parted by %j', (separator, text) => {
    expect(read(text).separator).toBe(separator);
    expect(read(text).problems).toEqual([]);
  });

  it('may say itself what parts it, as Excel does', () => {
    expect(read('sep=;\nname;rate\nAna;12,5')).toEqual({
      headers: ['name', 'rate'],
      rows: [{ line: 3, cells: ['Ana', '12,5'] }],
      separator: ';',
      encoding: 'utf-8',
      problems: [],
    });
  });

  it('may be of one column', () => {
    expect(cellsOf('name\nAna\nDan')).toEqual([['Ana'], ['Dan']]);
  });

  it('keeps quotes, separators and line breaks that are inside a cell', () => {
    const text = 'name,note\r\n"Pop, Ana","said ""yes""\r\nand left"\r\nDan,\r\n';
    expect(read(text).rows).toEqual([
      { line: 2, cells: ['Pop, Ana', 'said "yes"\nand left'] },
      { line: 4, cells: ['Dan', ''] },
    ]);
  });

  it('may have a quote within a word', () => {
    expect(cellsOf('thing,number\n15" screen,2')).toEqual([['15" screen', '2']]);
  });

  it('names each line as an editor shows it, empty ones counted', () => {
    const { rows, headers } = read('\n name , rate ;\n\n\nAna,1\n,\n\nDan,2\n\n');
    expect(headers).toEqual(['name', 'rate ;']);
    expect(rows.map(({ line }) => line)).toEqual([5, 8]);
  });

  it('has lines that are too short or too long told apart, and reads the others', () => {
    const { rows, problems } = read('name;rate;since\nAna;1\nDan;2;2026\nIon;3;2026;x\nEva;4;2026;;;\n');
    expect(rows).toEqual([
      { line: 3, cells: ['Dan', '2', '2026'] },
      { line: 5, cells: ['Eva', '4', '2026'] },
    ]);
    expect(problems).toEqual([
      { line: 2, problem: 'ragged' },
      { line: 4, problem: 'ragged' },
    ]);
  });

  it('is read up to a quote that nothing closes', () => {
    const { rows, problems } = read('name,rate\nAna,1\n"Dan,2\nIon,3\n');
    expect(rows).toEqual([{ line: 2, cells: ['Ana', '1'] }]);
    expect(problems).toEqual([{ line: 3, problem: 'unclosedQuote' }]);
  });

  it.each([
    ['with its mark', utf8('\ufeffnume;oraș\nȘtefan;Iași'), 'utf-8'],
    ['without', utf8('nume;oraș\nȘtefan;Iași'), 'utf-8'],
    ['in UTF-16', utf16('\ufeffnume;oraș\nȘtefan;Iași', true), 'utf-16le'],
    ['in UTF-16, the other way round', utf16('\ufeffnume;oraș\nȘtefan;Iași', false), 'utf-16be'],
    ['in UTF-16 without its mark', utf16('nume;oraș\nȘtefan;Iași', true), 'utf-16le'],
    ['in UTF-16 the other way round without its mark', utf16('nume;oraș\nȘtefan;Iași', false), 'utf-16be'],
    ['in a code page', bytes('nume;oraş\nŞtefan;Iaşi', latin2), 'windows-1250'],
  ])('gives Romanian as it is written %s', (_, file, encoding) => {
    expect(readCsv(file)).toMatchObject({ headers: ['nume', 'oraș'], rows: [{ cells: ['Ștefan', 'Iași'] }], encoding });
  });

  it('of a code page is known by its letters', () => {
    const names = { š: 0xb9, ž: 0xbe, Š: 0xa9 };
    expect(readCsv(bytes('name\nŠimaš Žiža'.replaceAll('Ž', 'Z'), names))).toMatchObject({
      encoding: 'iso-8859-2',
      rows: [{ cells: ['Šimaš Ziža'] }],
    });
    expect(readCsv(bytes('name\nŠimaš', { Š: 0x8a, š: 0x9a }))).toMatchObject({
      encoding: 'windows-1250',
      rows: [{ cells: ['Šimaš'] }],
    });
  });

  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['only line breaks', utf8('\n\n;;\n'), 'empty'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0, 0), 'notText'],
  ])('that is %s has that as its problem', (_, file, problem) => {
    expect(readCsv(file)).toMatchObject({ headers: [], rows: [], problems: [{ line: 1, problem }] });
  });

  it('has its limits', () => {
    const limits = { bytes: 40, rows: 2, cell: 5 };
    expect(readCsv(utf8('a,b\n'.repeat(11)), limits).problems).toEqual([{ line: 1, problem: 'tooLarge' }]);
    const { rows, problems } = readCsv(utf8('a,b\n1,2\n123456,2\n3,4\n5,6'), limits);
    expect(rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
    expect(problems).toEqual([
      { line: 3, problem: 'longCell' },
      { line: 4, problem: 'tooManyRows' },
    ]);
  });

  it('gives back every cell that was quoted as the rules of CSV say', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ș', '"', ';', ',', '\n', ' ', '1'), maxLength: 6 });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, separator) => {
        const lines = [['name', 'note'], ...rows].map((cells) => cells.map(quoted).join(separator));
        const written = rows.filter((cells) => cells.join('').trim() !== '');
        expect(cellsOf(lines.join('\r\n'))).toEqual(written);
      }),
    );
  });

  it('may be anything at all, and no error is thrown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (file) => void readCsv(file)));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', "'") }), (text) => {
        const { headers, rows } = read(text);
        expect(rows.every(({ cells }) => cells.length === headers.length)).toBe(true);
      }),
    );
  });
});
