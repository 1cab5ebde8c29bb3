import { type Journey, openJourney } from '../support/journey.js';

// A week of Toma's, who writes Romanian and reports to Ana; Olive keeps the books, as her profile says.
describe('a week of hours', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-01T07:00:00Z');
    await appointAccountant(journey);
  });
  afterAll(() => journey.close());

  it('goes from the box of lines over the manager to the lock, and is corrected there', async () => {
    const [toma, ana, olive] = [
      await journey.person('toma'),
      await journey.person('ana'),
      await journey.person('olive'),
    ];

    await olive.types('general', '/timesheet projects');
    const projects = await olive.modal('Projects');
    for (const name of ['Magazin', 'Depozit']) {
      await projects.press('Add a project');
      const form = await olive.modal('Add a project');
      await form.fill('Name', name);
      expect(await form.submit()).toEqual({ closed: true });
      await projects.shows(name);
    }
    await projects.close();

    // What was typed after the command stands in the box; a line that can't be read keeps it there.
    await toma.types('general', '/timesheet lu-jo 8 magazin');
    const sheet = await toma.modal('Pontaj');
    expect(sheet.filled('Scrie mai multe zile odată')).toBe('lu-jo 8 magazin');
    await sheet.fill('Scrie mai multe zile odată', 'lu-jo 8 magazin\nvi 25 depozit');
    await sheet.press('Salvează rândurile');
    await sheet.shows('Rândul 2: „25” este mai mult decât are o zi');
    await sheet.fill('Scrie mai multe zile odată', 'lu-jo 8 magazin: casa\nvi 7,5 depozit');
    await sheet.press('Salvează rândurile');
    await sheet.shows('39:30');
    expect(sheet.text()).toContain('Magazin');

    // One day by its form, on top of the sheet.
    await sheet.press('day-2027-03-01');
    const day = await toma.modal('O zi');
    await day.fill('Ore 1', 'opt');
    expect(await day.submit()).toEqual({ errors: { 'Ore 1': expect.stringContaining('nu este un număr de ore') } });
    await day.fill('Ore 1', '7:30');
    expect(await day.submit()).toEqual({ closed: true });
    await sheet.shows('39:00');

    await journey.moveClock('2027-03-05T14:00:00Z');
    expect(await sheet.submit()).toEqual({ closed: false });
    await sheet.shows('Predat');
    expect(sheet.text()).toContain('Așteaptă o decizie');

    const card = await ana.sees('Așteaptă decizia ta', { in: 'app' });
    expect(card.text()).toContain('*39:00* h în total');
    await card.press('Returnează…');
    const why = await ana.modal('Returnează');
    expect(await why.submit()).toHaveProperty('errors');
    await why.fill('Ce trebuie schimbat?', 'Vineri ai plecat la prânz');
    await why.submit();
    await toma.sees('Vineri ai plecat la prânz', { in: 'app' });
    await card.shows('a returnat');

    await sheet.close();
    const returned = await toma.sees('ți-a returnat pontajul', { in: 'app' });
    await returned.press('Deschide');
    const again = await toma.modal('Pontaj');
    await again.fill('Scrie mai multe zile odată', 'vi 4 depozit');
    expect(await again.submit()).toEqual({ closed: false });
    await again.close();

    // The approval can be taken back for a quarter of an hour.
    const second = await ana.sees('35:30', { in: 'app' });
    await second.press('Aprobă');
    await second.shows('a aprobat');
    await second.press('Anulează');
    await second.shows('Aprobă');
    await second.press('Aprobă');
    // Toma was told of the first approval, too: the card says that this one is done.
    await second.shows('a aprobat');
    await toma.sees('ți-a aprobat pontajul', { in: 'app' });

    // Monday noon is the cut-off.
    await journey.moveClock('2027-03-08T13:00:00Z');
    await toma.types('general', '/timesheet last');
    const locked = await toma.modal('Pontaj');
    expect(locked.text()).toContain('🔒 Încuiat');
    await locked.press('Corectează…');
    const correction = await toma.modal('Corectează pontajul');
    await correction.fill('Ce era greșit?', 'Am uitat inventarul');
    expect(await correction.submit()).toEqual({ closed: true });
    await locked.shows('Se corectează ce este încuiat');
    await locked.fill('Scrie mai multe zile odată', 'sâ 3 depozit: inventar');
    expect(await locked.submit()).toEqual({ closed: false });
    await locked.close();

    const third = await ana.sees('Corectura a ceea ce era încuiat', { in: 'app' });
    await third.press('Aprobă');
    await third.shows('a aprobat');
    await journey.moveClock({ minutes: 20 });
    await journey.quiet();
    await toma.types('general', '/timesheet last');
    const final = await toma.modal('Pontaj');
    expect(final.text()).toContain('38:30');
    expect(final.text()).toContain('🔒 Încuiat');
    expect(final.text()).toContain('versiunea 2');

    const { prisma } = journey.office.database;
    const versions = await prisma.sheetVersion.findMany({ orderBy: { version: 'asc' } });
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, null],
      [2, 'Am uitat inventarul'],
    ]);
    const slices = versions[1]?.slices as { day: string; minutes: number; percent: number }[];
    expect(slices.find(({ day }) => day === '2027-03-06')).toMatchObject({ minutes: 180, percent: 200 });
  });

  it('reminds whoever has not handed in, and says to managers who is missing', async () => {
    const [corina, jay] = [await journey.person('corina'), await journey.person('jay')];
    await journey.moveClock('2027-03-12T13:30:00Z');
    const reminder = await corina.sees('nu este predat încă', { in: 'app' });
    await reminder.press('Deschide pontajul');
    const sheet = await corina.modal('Pontaj');
    await sheet.fill('Scrie mai multe zile odată', 'lu-vi 8');
    await sheet.submit();
    await sheet.close();

    await journey.moveClock('2027-03-15T09:30:00Z');
    await jay.neverSees('haven’t handed in', { in: 'app' });
    await journey.moveClock('2027-03-22T09:30:00Z');
    const missing = await jay.sees('hasn’t handed in the timesheet', { in: 'app' });
    await missing.press('My team');
    const team = await jay.modal('Timesheets of my team');
    expect(team.text()).toContain('1 not handed in');
    await team.press('Remind them');
    await team.shows('1 person was reminded');
    await corina.sees('îți cere pontajul', { in: 'app' });
  });

  it('counts what the clock counts', async () => {
    const olive = await journey.person('olive');
    await journey.moveClock('2027-03-23T08:00:00Z');
    await olive.types('general', '/timesheet in depozit');
    await olive.sees('You are in since', { in: 'general' });
    await journey.moveClock('2027-03-23T10:00:00Z');
    await olive.types('general', '/timesheet break');
    await olive.sees('On a break since', { in: 'general' });
    await journey.moveClock('2027-03-23T10:30:00Z');
    await olive.types('general', '/timesheet in');
    await olive.sees('Back from the break', { in: 'general' });
    await journey.moveClock('2027-03-23T16:00:00Z');
    await olive.types('general', '/timesheet out');
    await olive.sees('Today: 7:30 h.', { in: 'general' });
    await olive.types('general', '/timesheet');
    const sheet = await olive.modal('Timesheet');
    await sheet.press('Fill from clock');
    await sheet.shows('Filled in from the clock');
    expect(sheet.text()).toContain('Depozit *7:30*');
    await sheet.close();

    // Nobody pressed "out": the next day the clock asks when that was.
    await olive.types('general', '/timesheet in');
    await olive.sees(/You are in since .*16:00 UTC/, { in: 'general' });
    await journey.moveClock('2027-03-24T09:00:00Z');
    const asked = await olive.sees('nobody pressed “out”', { in: 'app' });
    await asked.press('Say when');
    const form = await olive.modal('When did you go?');
    await form.fill('Time', '15:00');
    expect(await form.submit()).toEqual({ errors: { Time: expect.stringContaining('before it began') } });
    await form.fill('Time', '20:00');
    await form.submit();
    await olive.sees('it is put right', { in: 'app' });
  });

  it('leaves as a workbook or CSV, by direct message, for whoever may see them', async () => {
    const [olive, linden] = [await journey.person('olive'), await journey.person('linden')];
    await olive.types('general', '/timesheet export');
    const form = await olive.modal('Export hours');
    await form.fill('From', '2027-03-31');
    await form.fill('Until, inclusive', '2027-03-01');
    expect(await form.submit()).toEqual({
      errors: { 'Until, inclusive': expect.stringContaining('before the first') },
    });
    await form.fill('From', '2027-03-01');
    await form.fill('Until, inclusive', '2027-03-31');
    await form.fill('As', 'CSV');
    await form.submit();
    const sent = await olive.sees(
      (message) => (message.files ?? []).some(({ name }) => name === 'hours-2027-03-01-2027-03-31.csv'),
      { in: 'app' },
    );
    expect(sent.text()).toContain('The hours of');

    await linden.types('general', '/timesheet export');
    const own = await linden.modal('Export hours');
    expect(own.text()).not.toContain('Everybody’s');
    expect(await own.submit()).toEqual({ closed: true });
  });

  it('shows nobody’s hours to who is no manager of theirs', async () => {
    const linden = await journey.person('linden');
    await linden.types('general', '/timesheet team');
    await linden.sees('Nobody reports to you in Slack', { in: 'general' });
    await linden.types('general', '/timesheet projects');
    await linden.sees('This isn’t yours to do', { in: 'general' });
  });

  it('asks for help in both languages, and offers what was probably meant', async () => {
    const jay = await journey.person('jay');
    await jay.types('general', '/timesheet help');
    await jay.sees('/timesheet 2026-W47', { in: 'general' });
    await jay.types('general', '/timesheet 2026-W60');
    await jay.sees('isn’t a period', { in: 'general' });
  });
});

async function appointAccountant(journey: Journey): Promise<void> {
  const hazel = await journey.person('hazel');
  await hazel.types('general', '/backoffice setup');
  const list = await hazel.modal('Set-up');
  await list.press('office.hub.setup-desk:accounting.timesheets');
  const form = await hazel.modal('Timesheets');
  await form.fill('Accountants', ['olive']);
  await form.submit();
  await form.close(true);
  await journey.quiet();
}
