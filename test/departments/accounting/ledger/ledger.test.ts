import { type Owed, owedByHand, owedByProgram, writeByHand } from './by-hand.js';
import { generate } from './generate.js';
import { openLedger } from './open-ledger.js';

// `LEDGER=whole` takes 500 people through 26 weeks; else a smaller company is taken through the days on which clocks change.
const isWhole = process.env.LEDGER === 'whole';
const size = isWhole ? { people: 500, weeks: 26, seed: 2026 } : { people: 14, weeks: 10, seed: 2026 };

describe(`a company of ${size.people} people through ${size.weeks} weeks`, () => {
  const ledger = generate(size);
  let open: Awaited<ReturnType<typeof openLedger>>;
  beforeAll(async () => {
    open = await openLedger(ledger);
    await open.live(size.weeks);
    await writeByHand(open.database, ledger, open.locked);
  }, 3_600_000);
  afterAll(() => open.database.close());

  it('has the awkward cases in it', async () => {
    const isOdd = {
      joiners: ledger.people.filter(({ startsOn }) => startsOn.year === 2026),
      leavers: ledger.people.filter(({ endsOn }) => endsOn !== null),
      raises: ledger.people.filter(({ rates }) => rates.length > 1),
      euros: ledger.people.filter(({ rates }) => rates[0]?.currency === 'EUR'),
      late: ledger.weeks.filter(({ late }) => late > 0),
      returned: ledger.weeks.filter(({ returned }) => returned),
      corrected: ledger.weeks.filter(({ corrected }) => corrected),
      clocks: ledger.weeks.filter(({ rows }) =>
        rows.some((row) => 'from' in row && ['2026-03-28', '2026-03-07'].includes(row.day.toString())),
      ),
      unlocked: ledger.weeks.filter((week) => !open.locked.has(`${week.person.id} ${week.monday} 1`)),
    };
    const counts = Object.entries(isOdd).map(([kind, found]) => [kind, found.length] as const);
    expect(counts.filter(([kind, count]) => (kind === 'unlocked') === count > 0)).toEqual([]);
    const [paid] = await open.prisma.$queryRaw<{ corrections: number }[]>`
      SELECT count(*)::int AS corrections FROM "PayslipRow" WHERE lines @> '[{"kind": "correction"}]'`;
    expect(paid?.corrections).toBeGreaterThan(0);
  });

  it('pays everybody what the same books come to by hand', async () => {
    const [program, hand] = [await owedByProgram(open.database), await owedByHand(open.database, ledger)];
    // A correction that comes to nothing makes no line, and alone no payslip.
    const isSomething = ({ gross, deducted }: Owed) => gross !== 0 || deducted !== 0;
    expect(program.length).toBeGreaterThan(size.people * 2);
    expect(program.filter(isSomething)).toEqual(hand.filter(isSomething));
  }, 3_600_000);
});
