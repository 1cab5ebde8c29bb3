import fc from 'fast-check';
import type { Line, Mapping } from '../../../../src/departments/accounting/reports/ledger.js';
import { periods } from '../../../../src/departments/accounting/reports/report.js';
import { guessMapping, headersKey, problemsOf } from '../../../../src/departments/accounting/reports/rules/columns.js';
import { changeOf, driversAmong } from '../../../../src/departments/accounting/reports/rules/compare.js';
import {
  doubledAccount,
  lineFinder,
  readLines,
  writeLines,
} from '../../../../src/departments/accounting/reports/rules/lines.js';
import { readAmount, readRows } from '../../../../src/departments/accounting/reports/rules/rows.js';
import {
  comparedWith,
  comparisonsOf,
  lastPeriod,
  pastPeriods,
  periodAround,
} from '../../../../src/departments/accounting/reports/rules/span.js';
import { readCsv } from '../../../../src/platform/tables/read-csv.js';
import { Temporal } from '../../../../src/platform/time.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const days = ({ from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate }) => `${from}/${until}`;
const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((count) => Temporal.PlainDate.from('2000-01-01').add({ days: count }));

describe('the time that a report is about', () => {
  it.each([
    ['week', '2026-11-16/2026-11-22'],
    ['month', '2026-10-01/2026-10-31'],
    ['quarter', '2026-07-01/2026-09-30'],
    ['year', '2025-01-01/2025-12-31'],
  ] as const)('is the newest %s that is over', (period, span) => {
    expect(days(lastPeriod(period, day('2026-11-26')))).toBe(span);
  });

  it('is over on the first day after it', () => {
    expect(days(lastPeriod('week', day('2026-11-23')))).toBe('2026-11-16/2026-11-22');
    expect(days(lastPeriod('month', day('2026-12-01')))).toBe('2026-11-01/2026-11-30');
    expect(days(lastPeriod('year', day('2027-01-01')))).toBe('2026-01-01/2026-12-31');
  });

  it.each([
    ['week', '2026-11-16', ['2026-11-09/2026-11-15', '2026-10-19/2026-10-25', '2025-11-17/2025-11-23']],
    ['month', '2026-03-01', ['2026-02-01/2026-02-28', '2025-03-01/2025-03-31']],
    ['quarter', '2026-01-01', ['2025-10-01/2025-12-31', '2025-01-01/2025-03-31']],
    ['year', '2026-01-01', ['2025-01-01/2025-12-31']],
  ] as const)('is compared with whole spans of its own kind: %s', (period, from, spans) => {
    const span = periodAround(period, day(from));
    expect(comparisonsOf[period].map((comparison) => days(comparedWith(period, span, comparison)))).toEqual(spans);
  });

  it('is never unfinished, leaves no day out, and what it is compared with lies before it', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...periods), (today, period) => {
        const span = lastPeriod(period, today);
        expect(Temporal.PlainDate.compare(span.until, today)).toBe(-1);
        expect(days(periodAround(period, today))).toContain(span.until.add({ days: 1 }).toString());
        for (const comparison of comparisonsOf[period]) {
          const other = comparedWith(period, span, comparison);
          expect(Temporal.PlainDate.compare(other.until, span.from)).toBe(-1);
          expect(days(periodAround(period, other.from))).toBe(days(other));
          if (period === 'week') expect(other.from.dayOfWeek).toBe(1);
        }
        const past = pastPeriods(period, span);
        for (const [place, one] of past.slice(1).entries())
          expect(past[place]?.until.add({ days: 1 })).toEqual(one.from);
      }),
    );
  });
});

describe('what went up or down', () => {
  it('is good news for revenue and bad news for cost', () => {
    expect(changeOf(110, 100, 'more')).toEqual({ by: 10, perMille: 100, is: 'up', isGood: true });
    expect(changeOf(110, 100, 'less')).toEqual({ by: 10, perMille: 100, is: 'up', isGood: false });
    expect(changeOf(90, 100, 'less')?.isGood).toBe(true);
    expect(changeOf(110, 100, 'neither')?.isGood).toBeNull();
  });

  it('has no share where there was nothing, or less than nothing, and isn’t told where a number is hidden', () => {
    expect(changeOf(5, 0, 'more')).toEqual({ by: 5, perMille: null, is: 'up', isGood: true });
    expect(changeOf(-50, -100, 'more')).toEqual({ by: 50, perMille: null, is: 'up', isGood: true });
    expect(changeOf(100, 100, 'more')).toEqual({ by: 0, perMille: 0, is: 'same', isGood: null });
    expect(changeOf(null, 3, 'more')).toBeNull();
    expect(changeOf(3, null, 'more')).toBeNull();
  });

  const row = (value: number | null, before: number | null, currency = 'RON') => ({
    ...{ unit: { is: 'money', currency } as const, value, before: [before] },
  });

  it('is explained by the two or three rows that changed most, not by small ones', () => {
    expect(driversAmong([row(100, 90), row(500, 900), row(300, 100), row(50, 50), row(205, 200)])).toEqual([1, 2]);
    expect(driversAmong([row(1, 11), row(1, 12), row(1, 13), row(1, 14)])).toEqual([3, 2, 1]);
  });

  it('isn’t explained where nothing changed, nothing is known, or there are no rows', () => {
    expect(driversAmong([])).toEqual([]);
    expect(driversAmong([row(5, 5), row(7, 7)])).toEqual([]);
    expect(driversAmong([row(5, null), row(null, 9)])).toEqual([]);
  });

  it('doesn’t weigh one currency against another', () => {
    expect(driversAmong([row(1_000_000, 0, 'HUF'), row(300, 0, 'EUR')])).toEqual([0]);
  });
});

describe('the lines of the report', () => {
  it('are written one under the other, and read back as they were', () => {
    const text = 'Sales: 70*, 711\nRent: Flats: 612';
    const lines = readLines(text, 'revenue') as Line[];
    expect(lines).toEqual([
      { kind: 'revenue', name: 'Sales', accounts: ['70*', '711'] },
      { kind: 'revenue', name: 'Rent: Flats', accounts: ['612'] },
    ]);
    expect(readLines(writeLines(lines, 'revenue'), 'revenue')).toEqual(lines);
    expect(readLines('\n  \n', 'cost')).toEqual([]);
  });

  it.each([
    ['no colon', 1],
    ['Sales: 70*\nNothing:', 2],
    [': 70', 1],
    ['All: *', 1],
    ['Middle: 7*0', 1],
    [`${'x'.repeat(61)}: 70`, 1],
  ])('say which is none: %s', (text, wrong) => {
    expect(readLines(text, 'cost')).toEqual({ wrong });
  });

  it('take in an account by the longest that fits, whatever its case', () => {
    const lines = readLines('Pay: 64*\nSocial: 645*, 6412\nOther: Café*', 'cost') as Line[];
    const find = lineFinder(lines);
    expect(['641', '6451', '6412', '64121', 'CAFE corner', '7'].map((account) => find(account)?.name ?? null)).toEqual([
      ...['Pay', 'Social', 'Social', 'Pay', 'Other', null],
    ]);
  });

  it('don’t have the same account twice', () => {
    expect(doubledAccount(readLines('A: 60*\nB: 60*', 'cost') as Line[])).toBe('60*');
    expect(doubledAccount(readLines('A: 60*\nB: 601', 'cost') as Line[])).toBeNull();
  });
});

const table = (text: string) => readCsv(new TextEncoder().encode(text));

describe('the columns of a ledger', () => {
  it.each([
    [
      'Date,Account,Description,Amount,Currency\n2026-11-02,704,Sale,100,EUR',
      [0, 1, 2, null, 3, null, null, 4],
      'plain',
    ],
    ['Data;Cont;Explicații;Suma\n02.11.2026;704;Vânzare;-100', [0, 1, 2, null, 3, null, null, null], 'signed'],
    ['Data,Contul,Debit,Credit,Nr\n02.11.2026,704,,100,7', [0, 1, null, 4, null, 2, 3, null], 'sides'],
  ] as const)('are known by their titles: %#', (text, places, style) => {
    const guess = guessMapping(table(text), 'RON');
    const { day: when, account, text: said, document, amount, debit, credit, currency, amounts } = guess;
    expect([when, account, said, document, amount, debit, credit, currency]).toEqual(places);
    expect(amounts).toBe(style);
    expect(problemsOf(guess)).toEqual([]);
  });

  it('are asked for where their titles tell nothing', () => {
    const guess = guessMapping(table('a,b,c\n1,2,3'), 'RON');
    expect(problemsOf(guess)).toEqual([
      { field: 'day', problem: 'missing' },
      { field: 'account', problem: 'missing' },
      { field: 'amount', problem: 'missing' },
    ]);
  });

  it('aren’t chosen twice', () => {
    const mapping = {
      day: 0,
      account: 1,
      text: 1,
      document: null,
      amount: 2,
      debit: null,
      credit: null,
      currency: null,
    };
    expect(problemsOf({ ...mapping, amounts: 'signed', usualCurrency: 'RON' })).toEqual([
      { field: 'text', problem: 'twice' },
    ]);
  });

  it('are the same for the next file, whatever its rows and the case of its titles', () => {
    expect(headersKey(['Date', 'Cont'])).toBe(headersKey(['date', 'CONT ']));
    expect(headersKey(['Date', 'Cont'])).not.toBe(headersKey(['Cont', 'Date']));
  });
});

const signed: Mapping = {
  ...{ day: 0, account: 1, text: 2, document: 3, amount: 4, debit: null, credit: null, currency: 5 },
  ...{ amounts: 'signed', usualCurrency: 'RON' },
};
const read = (rows: string, mapping = signed) => readRows(table(`d,a,t,n,m,c\n${rows}`), mapping, 'actual');

describe('the rows of a ledger', () => {
  it('are days, accounts and exact amounts', () => {
    const { good, bad } = read('2026-11-02,704,Sale,17,"1,234.50",\n3.11.2026,612,Rent,,-80,EUR');
    expect(bad).toEqual([]);
    expect(good).toMatchObject([
      { account: '704', text: 'Sale', document: '17', minor: 123450, currency: 'RON', line: 2 },
      { account: '612', minor: -8000, currency: 'EUR', line: 3 },
    ]);
    expect(good.map((entry) => entry.day.toString())).toEqual(['2026-11-02', '2026-11-03']);
  });

  it.each([
    ['2026-13-02,704,,,1,', 'badDay'],
    ['2026-02-30,704,,,1,', 'badDay'],
    ['yesterday,704,,,1,', 'badDay'],
    [',704,,,1,', 'noDay'],
    ['2026-11-02,,,,1,', 'noAccount'],
    ['2026-11-02,704,,,,', 'noAmount'],
    ['2026-11-02,704,,,ten,', 'badAmount'],
    ['2026-11-02,704,,,1e9,', 'badAmount'],
    ['2026-11-02,704,,,NaN,', 'badAmount'],
    ['2026-11-02,704,,,Infinity,', 'badAmount'],
    ['2026-11-02,704,,,0x10,', 'badAmount'],
    ['2026-11-02,704,,,1.2.3,', 'badAmount'],
    ['2026-11-02,704,,,--5,', 'badAmount'],
    ['2026-11-02,704,,,(-5),', 'badAmount'],
    ['2026-11-02,704,,,=1+1,', 'badAmount'],
    ['2026-11-02,704,,,99999999999999999999,', 'badAmount'],
    ['2026-11-02,704,,,90000000000000,', 'tooLarge'],
    ['2026-11-02,704,,,1.005,XXY', 'badCurrency'],
    ['2026-11-02,704,,,1,euro', 'badCurrency'],
    ['2026-11-02,704', 'ragged'],
    ['2026-11-02,704,"open', 'unclosedQuote'],
  ])('that can’t be read are told, not guessed: %s', (row, problem) => {
    const { good, bad } = read(row);
    expect(good).toEqual([]);
    expect(bad.map((one) => one.problem)).toEqual([problem]);
  });

  it('are kept as they were typed, also where a spreadsheet would take them for a formula', () => {
    const { good } = read(`2026-11-02,=cmd|calc,"<!channel> & ""x""",,5,\n2026-11-02,'-2+3,@SUM(1),,5,`);
    expect(good.map(({ account, text }) => [account, text])).toEqual([
      ['=cmd|calc', '<!channel> & "x"'],
      ['-2+3', '@SUM(1)'],
    ]);
  });

  it.each([
    ['(1,234.50)', -123450],
    ['1.234,50-', -123450],
    ['−12', -1200],
    ['+12', 1200],
    ['12 RON', 1200],
    ['1 234,5', 123450],
    ['0', 0],
  ])('have amounts as bookkeepers write them: %s', (typed, minor) => {
    expect(readAmount(typed, 'RON')).toBe(minor);
  });

  it('have no cents where the currency has none', () => {
    expect(readAmount('1200', 'JPY')).toBe(1200);
    expect(readAmount('12.5', 'JPY')).toBeNull();
  });

  it('that repeat a document are left out; those without one count, and are told', () => {
    const same = '2026-11-02,704,Sale,17,5,';
    const bare = '2026-11-02,704,Sale,,5,';
    const { good, doubled, alike } = read([same, same, bare, bare, bare].join('\n'));
    expect(good.map(({ line }) => line)).toEqual([2, 4, 5, 6]);
    expect([doubled, alike]).toEqual([[3], [5, 6]]);
    expect(new Set(good.map(({ key }) => key)).size).toBe(4);
  });

  it('may have debit and credit apart, but not both', () => {
    const sides: Mapping = {
      ...signed,
      amounts: 'sides',
      amount: null,
      debit: 2,
      credit: 3,
      text: null,
      document: null,
    };
    const { good, bad } = read(
      '2026-11-02,704,,5,,\n2026-11-02,704,7,,,\n2026-11-02,704,7,5,,\n2026-11-02,704,,,,',
      sides,
    );
    expect(good.map(({ minor }) => minor)).toEqual([500, -700]);
    expect(bad.map(({ line, problem }) => [line, problem])).toEqual([
      [4, 'bothSides'],
      [5, 'noAmount'],
    ]);
  });

  it('come to the same sum however they are written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), { minLength: 1 }), (amounts) => {
        const plain = (minor: number) =>
          `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
        const { good, bad } = read(
          amounts.map((minor, place) => `2026-11-02,704,,${place},${plain(minor)},`).join('\n'),
        );
        expect(bad).toEqual([]);
        expect(good.reduce((sum, { minor }) => sum + minor, 0)).toBe(amounts.reduce((sum, minor) => sum + minor, 0));
      }),
      { numRuns: 50 },
    );
  });
});
