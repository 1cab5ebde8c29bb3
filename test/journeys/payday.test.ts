import { readFileSync } from 'node:fs';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// From a cashier's hours to his payslip: Toma works, Ana approves, Olive prepares the run, Rowan is the second person.
describe('a payday', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-05T08:00:00Z');
    await staffDesk(journey, 'accounting.payroll', 'Payroll', {
      'Payroll officers': ['olive'],
      'Pay run approvers': ['rowan'],
    });
  }, 60_000);
  afterAll(() => journey.close());

  it('comes from hours that were written, approved and locked', async () => {
    const [toma, ana] = [await journey.person('toma'), await journey.person('ana')];
    await toma.types('general', '/timesheet lu-vi 8,5: la casă');
    const sheet = await toma.modal('Pontaj');
    await sheet.press('Salvează rândurile');
    await sheet.shows('42:30');
    await sheet.submit();
    await sheet.shows('Predat');
    await sheet.close();
    const card = await ana.sees('Așteaptă decizia ta', { in: 'app' });
    await card.press('Aprobă');
    await card.shows('a aprobat');
    await journey.moveClock('2027-03-08T14:00:00Z');
  });

  it('is prepared with every sum explained, found by name, and never said in a channel', async () => {
    const olive = await journey.person('olive');
    const file = await olive.uploads('people.csv', readFileSync('samples/people.csv'));
    await olive.types('general', '/payroll import');
    const upload = await olive.modal('Upload people');
    await upload.fill('List of people (CSV)', [file]);
    await upload.submit();
    await (await olive.modal('What it would change')).submit();

    await olive.types('general', '/payroll run 2027-03');
    const form = await olive.modal('Pay run');
    await form.fill('Last day', '2027-02-01');
    expect(await form.submit()).toHaveProperty('errors');
    await form.fill('Last day', '2027-03-07');
    await form.fill('Payday', '2027-03-12');
    await form.submit();
    const run = await olive.modal('Pay run');
    // 40:00 × 42.50, and 2:30 of overtime × 42.50 × 175 %.
    await run.shows('Gross 1,885.94 RON');
    await run.press("Everybody's pay");
    const pays = await olive.modal("Everybody's pay");
    await pays.fill('Name or number', 'nobody at all');
    await pays.submit();
    await pays.shows('Nobody is called so');
    await pays.fill('Name or number', 'turcoaz');
    await pays.submit();
    await pays.press('Payslip');
    const slip = await olive.modal('Payslip');
    await slip.press('accounting.payroll.run-why:1');
    await slip.shows('2:30 hours × 42.50 RON an hour × 175 % = 185.94 RON');
    await slip.close();
    await pays.close();
    await run.press('Submit for approval');
    await run.shows('1 approver was asked');
    await run.close(true);
  });

  it('waits for the second person, who sees the sums only where nobody else does', async () => {
    const [olive, rowan] = [await journey.person('olive'), await journey.person('rowan')];
    const card = await rowan.sees('Pay run, 1', { in: 'app' });
    expect(card.text()).not.toMatch(/1,885|42\.50/);
    await card.press('Look');
    const look = await rowan.modal('For decision');
    await look.shows('Gross 1,885.94 RON');
    await look.close();
    await card.press('Approve');
    await card.shows('approved this');
    await olive.sees('is approved', { in: 'app' });
  });

  it('brings everybody their own payslip at the announced time, once, and again to whoever asks', async () => {
    const [olive, toma, ana] = [
      await journey.person('olive'),
      await journey.person('toma'),
      await journey.person('ana'),
    ];
    await olive.types('general', '/payroll slips');
    const slips = await olive.modal('Payslips');
    await slips.press('Send payslips');
    await slips.shows('0 of 1 sent, 1 waiting');
    await slips.close();
    await journey.moveClock('2027-03-12T08:59:00Z');
    const before = (await toma.reads('app')).map((message) => message.text());
    expect(before.join()).not.toContain('Fluturașul tău');
    await journey.moveClock('2027-03-12T09:00:30Z');
    await toma.sees('Fluturașul tău pentru 1–7 martie 2027 a sosit', { in: 'app' });
    await journey.quiet();

    await toma.types('general', '/payroll fluturasi');
    const own = await toma.modal('Fluturași');
    await own.press('Trimite-mi-l din nou');
    await journey.quiet();
    const sent = await journey.office.database.prisma.letter.findMany({ where: { kind: 'document', state: 'sent' } });
    expect(sent).toHaveLength(2);
    // Any digits may stand in a row's id.
    const said = JSON.stringify(sent.map(({ payload }) => payload)).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    expect(said).not.toMatch(/1885|188594|4250/);
    await ana.types('general', '/payroll slips');
    await (await ana.modal('Fluturași')).shows('Nu ai încă un fluturaș');
    expect(journey.logged()).not.toMatch(/1[.,]885|188594|42[.,]50/);
  });
});
