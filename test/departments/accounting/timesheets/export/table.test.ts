import { readXlsx } from 'hucre/xlsx';
import {
  type ExportedEntry,
  type ExportWords,
  hoursTable,
} from '../../../../../src/departments/accounting/timesheets/export/table.js';
import { writeCsv } from '../../../../../src/platform/tables/write-csv.js';
import { writeXlsx } from '../../../../../src/platform/tables/write-xlsx.js';
import { Temporal } from '../../../../../src/platform/time.js';

const romanian: ExportWords = {
  name: 'Pontaj: săptămâna 47',
  columns: {
    person: 'Persoană',
    day: 'Zi',
    project: 'Proiect',
    kind: 'Fel',
    minutes: 'Ore',
    note: 'Notă',
    state: 'Stare',
  },
  kinds: { work: 'lucrat', leave: 'concediu', sick: 'medical', holiday: 'sărbătoare', unpaid: 'fără plată' },
  states: { locked: 'închis' },
};

const entry = (fields: Partial<ExportedEntry>): ExportedEntry => ({
  person: 'Ana Pop',
  day: Temporal.PlainDate.from('2026-11-20'),
  project: 'Case de marcat',
  kind: 'work',
  minutes: 450,
  note: null,
  state: 'locked',
  ...fields,
});

const entries = [
  entry({ person: 'Șerban Ion', kind: 'sick', project: null, minutes: 480, state: 'draft' }),
  entry({ person: 'Sabin Dan', note: '=2+5; "=cmd"' }),
  entry({ kind: 'leave', project: null, minutes: 30 }),
  entry({ day: Temporal.PlainDate.from('2026-11-19') }),
  entry({}),
];

describe('the hours of a period', () => {
  it('are a table in the words of whoever asked, people in order of the alphabet', () => {
    const lines = new TextDecoder().decode(writeCsv(hoursTable(entries, romanian), 'ro')).split('\r\n');
    expect(lines).toEqual([
      'Persoană;Zi;Proiect;Fel;Ore;Notă;Stare',
      'Ana Pop;2026-11-19;Case de marcat;lucrat;7:30;;închis',
      'Ana Pop;2026-11-20;Case de marcat;lucrat;7:30;;închis',
      'Ana Pop;2026-11-20;;concediu;0:30;;închis',
      'Sabin Dan;2026-11-20;Case de marcat;lucrat;7:30;"\'=2+5; ""=cmd""";închis',
      'Șerban Ion;2026-11-20;;medical;8:00;;draft',
      '',
    ]);
  });

  it('add up in a workbook', async () => {
    const { sheets } = await readXlsx(await writeXlsx(hoursTable(entries, romanian)), { readStyles: true });
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual(Object.values(romanian.columns));
    expect(rows.slice(1).map((row) => row[5])).toEqual([null, null, null, '=2+5; "=cmd"', null]);
    expect(sheets[0]?.cells?.get('1,4')?.style?.numFmt).toBe('[h]:mm');
  });
});
