import { patternsIn } from '../../../../../src/departments/accounting/timesheets/patterns/store.js';
import { type TestDatabase, testDatabase } from '../../../../support/database.js';
import { day, pattern } from './samples.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const part = pattern({ minutes: [240, 240, 0, 0, 0, 0, 0], startsOn: day('2026-01-12'), endsOn: day('2026-12-31') });

describe('work patterns', () => {
  it('are found by person, the oldest first', async () => {
    const patterns = patternsIn(database.prisma);
    const later = pattern({ validFrom: day('2026-06-01') });
    await patterns.keep('U1', later);
    await patterns.keep('U1', part);
    await patterns.keep('U2', part);
    const found = await patterns.of(['U1', 'U3']);
    expect([...found.keys()]).toEqual(['U1']);
    expect(found.get('U1')).toEqual([part, later]);
  });

  it('are replaced by one that holds from the same day', async () => {
    const patterns = patternsIn(database.prisma);
    await patterns.keep('U1', part);
    const full = { ...part, minutes: [480, 480, 480, 480, 480, 0, 0], endsOn: null };
    await patterns.keep('U1', full);
    expect((await patterns.of(['U1'])).get('U1')).toEqual([full]);
    expect(await patterns.remove('U1', part.validFrom)).toBe(true);
    expect(await patterns.remove('U1', part.validFrom)).toBe(false);
    expect((await patterns.of(['U1'])).size).toBe(0);
  });

  it('have seven weekdays', async () => {
    await expect(patternsIn(database.prisma).keep('U1', { ...part, minutes: [480] })).rejects.toThrow();
  });
});
