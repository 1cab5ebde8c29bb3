import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { dated, openReception, type Reception, typed } from './reception.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
});

const away = (id: string, from: string | null, until: string | null, note: string | null = null) =>
  at.submit(id, 'office.hub.away-form', { from: dated(from), until: dated(until), note: typed(note) });
const noted = async () =>
  (await database.prisma.absence.findMany({ orderBy: { firstDay: 'asc' } })).map(
    ({ personId, firstDay, lastDay, note }) => ({
      personId,
      from: firstDay.toISOString().slice(0, 10),
      until: lastDay.toISOString().slice(0, 10),
      note,
    }),
  );

describe('being away', () => {
  it('is noted, and said back in the language of the person', async () => {
    const answer = await away('UANA', '2026-08-03', '2026-08-14', '  Creta  ');
    expect(answer?.say?.text).toContain('lipsești 3 aug. 2026 – 14 aug. 2026');
    expect(await noted()).toEqual([{ personId: 'UANA', from: '2026-08-03', until: '2026-08-14', note: 'Creta' }]);
    expect(await at.homesRedrawn()).toEqual(['UANA']);
  });

  it.each([
    ['2026-07-29', '2026-08-01', 'from', 'away.past'],
    ['2026-08-02', '2026-08-01', 'until', 'away.endsBeforeStart'],
    ['2026-08-02', '2062-08-01', 'until', 'away.tooFar'],
  ])('from %s to %s is refused at the field %s', async (from, until, field, message) => {
    await expect(away('UADA', from, until)).rejects.toMatchObject({ field, message });
    expect(await noted()).toEqual([]);
  });

  it('needs both days, and a note that is short', async () => {
    expect(await away('UADA', null, null, 'x'.repeat(201))).toEqual({
      errors: { from: 'Choose a day.', until: 'Choose a day.', note: 'Keep the note under 200 characters.' },
    });
  });

  it('begins today where the person is: in Auckland it is tomorrow already', async () => {
    at.moveTo('2026-07-30T13:00:00Z');
    await expect(away('UBO', '2026-07-30', '2026-08-02')).rejects.toMatchObject({ message: 'away.past' });
    await away('UBO', '2026-07-31', '2026-08-02');
    await away('UADA', '2026-07-30', '2026-07-30');
    expect(await noted()).toHaveLength(2);
  });

  it.each([
    ['2026-08-05', '2026-08-06'],
    ['2026-08-01', '2026-08-03'],
    ['2026-08-14', '2026-08-20'],
    ['2026-07-30', '2026-08-30'],
  ])('cannot be noted twice for the same days: %s to %s', async (from, until) => {
    await away('UADA', '2026-08-03', '2026-08-14');
    await expect(away('UADA', from, until)).rejects.toMatchObject({ field: 'from', message: 'away.overlap' });
    await away('UADA', '2026-08-15', '2026-08-16');
    await away('UBO', from, until);
  });

  it('is filled in from what was typed', async () => {
    const answer = await at.command('UADA', 'away', '3.8 - 14.8 Crete &amp; <@UBO>');
    const text = JSON.stringify(answer?.open);
    expect(text).toContain('"initial_date":"2026-08-03"');
    expect(text).toContain('"initial_date":"2026-08-14"');
    expect(text).toContain('"initial_value":"Crete & @Bo Keeper"');
  });

  it('shows a person their own absences, with a button that takes one out', async () => {
    await away('UANA', '2026-08-03', '2026-08-14', '<!channel>');
    await away('UADA', '2026-08-03', '2026-08-14', 'a secret');
    const view = JSON.stringify((await at.command('UANA', 'away'))?.open);
    expect(view).toContain('3 aug. 2026 – 14 aug. 2026 · &lt;!channel&gt;');
    expect(view).not.toContain('a secret');
  });
});

describe('taking an absence out', () => {
  it('is for whoever it belongs to', async () => {
    await away('UANA', '2026-08-03', '2026-08-14');
    const [absence] = await database.prisma.absence.findMany();
    const value = absence?.id ?? '';
    await expect(at.press('UADA', 'office.hub.remove-absence', { value })).rejects.toThrow('away.gone');
    await expect(at.press('UANA', 'office.hub.remove-absence', { value: 'not-an-id' })).rejects.toThrow('away.gone');
    const answer = await at.press('UANA', 'office.hub.remove-absence', { value });
    expect(JSON.stringify(answer?.update)).toContain('Nu ai nicio absență notată.');
    expect(await noted()).toEqual([]);
  });
});

describe('coming back', () => {
  it('ends the absence, and keeps the days that were', async () => {
    await away('UADA', '2026-07-30', '2026-08-14', 'Crete');
    at.moveTo('2026-08-05T09:00:00Z');
    const answer = await at.command('UADA', 'back');
    expect(answer?.say?.text).toBe('Welcome back, Ada Admin. Your absence has ended.');
    expect(await noted()).toEqual([{ personId: 'UADA', from: '2026-07-30', until: '2026-08-04', note: 'Crete' }]);
    const awayNow = await at.look(({ people, now }) => people.awayAmong(['UADA'], now));
    expect([...awayNow]).toEqual([]);
  });

  it('on the first day leaves nothing, and names the next absence', async () => {
    await away('UADA', '2026-07-30', '2026-07-31');
    await away('UADA', '2026-08-10', '2026-08-11');
    expect((await at.press('UADA', 'office.hub.back'))?.say?.text).toContain('10 Aug 2026 – 11 Aug 2026');
    expect(await noted()).toHaveLength(1);
  });

  it('says so when there is nothing to end', async () => {
    expect((await at.command('UADA', 'back'))?.say?.text).toContain('not marked as away');
    await away('UADA', '2026-08-10', '2026-08-11');
    expect((await at.command('UADA', 'back'))?.say?.text).toContain('Your next absence is 10 Aug 2026');
    await database.prisma.person.update({ where: { id: 'UBEA' }, data: { statusEmoji: ':palm_tree:' } });
    expect((await at.command('UBEA', 'back'))?.say?.text).toContain('your Slack status says that you are away');
  });
});
