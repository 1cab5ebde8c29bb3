import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// Rowan keeps the books, Hazel reads them; Mihai leads IT here and reads Romanian.
describe('reports, over the wire', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-04T09:00:00Z');
    await staffDesk(journey, 'accounting.reports', 'Reports', {
      'Managers’ channel': 'managers',
      Bookkeepers: ['rowan'],
      'Managers who see revenue and cost': ['hazel'],
    });
    await staffDesk(journey, 'it.help-desk', 'IT help', {
      'Triage channel': 'it-triage',
      Technicians: ['robin'],
      Leads: ['mihai'],
    });
  }, 60_000);
  afterAll(() => journey.close());

  const ledger = [
    'Date,Account,Description,Document,Amount',
    '2027-02-16,701,Shop,1,1000.00',
    '2027-02-16,641,Salaries,2,-600.00',
    '2027-02-24,701,Shop,3,1300.00',
    '2027-02-24,641,Salaries,4,-600.00',
    '2027-03-02,701,Shop,5,1500.00',
    '2027-03-02,641,Salaries,6,-650.00',
  ].join('\n');

  it('a ledger is uploaded, explained once, looked at, and counts', async () => {
    const rowan = await journey.person('rowan');
    await rowan.types('general', '/report upload');
    const upload = await rowan.modal('Take a ledger in');
    await upload.fill('The table', [await rowan.uploads('books.csv', ledger)]);
    expect(await upload.submit()).toEqual({ closed: false });
    const columns = await rowan.modal('Columns');
    expect(columns.text()).toContain('2027-02-16 | 701 | Shop | 1 | 1000.00');
    expect(await columns.submit()).toEqual({ closed: false });
    const preview = await rowan.modal('Preview');
    expect(preview.text()).toContain('6 rows to take in');
    expect(await preview.submit()).toEqual({ closed: true });
    await rowan.sees('“books.csv” is taken in: 6 rows.', { in: 'app' });
  }, 60_000);

  it('on Monday at eight the managers read what the week came to, once', async () => {
    const rowan = await journey.person('rowan');
    await rowan.types('general', '/report');
    await (await rowan.modal('Reports')).press('accounting.reports.add:0');
    const form = await rowan.modal('Revenue and cost');
    expect(form.text()).toContain('Monday, 8 March 2027, 08:00');
    await form.submit();
    await journey.moveClock('2027-03-08T08:00:30Z');
    const hazel = await journey.person('hazel');
    const report = await hazel.sees('What explains it', { in: 'managers' });
    expect(report.text()).toContain('Revenue and cost, 1 – 7 March 2027');
    expect(report.text()).toContain('▲ 15.4 % 🟢 on the week before');
    expect(report.text()).toContain('701 (Revenue): 1,300.00 EUR → 1,500.00 EUR');
    await hazel.sees('revenue-and-cost-2027-03-01.png', { in: 'managers' });
    await hazel.sees('.csv', { in: 'managers' });
    await journey.moveClock({ minutes: 5 });
    const said = (await hazel.reads('managers')).filter((message) => message.text().includes('What explains it'));
    expect(said).toHaveLength(1);

    await report.press('Whole table');
    const table = await hazel.modal('Report');
    expect(table.text()).toContain('641: *650.00 EUR*');
    await table.close();
  }, 60_000);

  it('the help desk’s comes to whoever leads it, in their language, once there is something to tell', async () => {
    const mihai = await journey.person('mihai');
    const toma = await journey.person('toma');
    await mihai.types('general', '/report');
    const list = await mihai.modal('Rapoarte');
    expect(list.text()).not.toContain('Venituri');
    await list.press('accounting.reports.add:0');
    const form = await mihai.modal('Suport IT');
    await form.fill('Persoane', ['mihai']);
    await form.submit();
    await toma.types('shop-floor', '/ithelp Casa 3 se blochează');
    const ask = await toma.modal();
    await ask.submit();
    await journey.moveClock('2027-03-15T08:00:30Z');
    const report = await mihai.sees('Rezolvate', { in: 'app' });
    expect(report.text()).toContain('Suport IT, 8–14 martie 2027');
    // The books say nothing of that week: its owner hears why nothing came.
    const rowan = await journey.person('rowan');
    await rowan.sees('there is nothing to tell of that time', { in: 'app' });
  }, 60_000);

  it('is nobody’s who leads nothing', async () => {
    const toma = await journey.person('toma');
    await toma.types('general', '/report');
    const list = await toma.modal('Rapoarte');
    expect(list.text()).toContain('Nu există niciun raport pentru tine');
    await list.close();
    await toma.types('general', '/report incarca');
    await toma.sees('Registrele le țin contabilii', { in: 'general' });
  });
});
