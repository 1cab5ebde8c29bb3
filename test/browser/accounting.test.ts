import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { atThePage, become, closeForms, inBrowser, picture, visit } from '../support/browser.js';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// A week of hours and its payday, by hand at the page: Toma on a telephone in Romanian, Ana in Romanian, Olive and Rowan in English.
inBrowser('hours and pay at the page', () => {
  let journey: Journey;
  let page: Page;
  const at = atThePage(
    () => journey,
    (opened) => {
      page = opened;
    },
  );
  const { dialog, newest, openPage, press, reads, type } = at;

  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-05T08:00:00Z');
    await staffDesk(journey, 'accounting.timesheets', 'Timesheets', { Accountants: ['olive'] });
    await staffDesk(journey, 'accounting.payroll', 'Payroll', {
      'Payroll officers': ['olive'],
      'Pay run approvers': ['rowan'],
    });
  }, 60_000);
  afterAll(() => journey?.close());

  it('a cashier writes a week on a telephone, corrects a day, and hands it in', async () => {
    await openPage(1000, 800);
    await become(page, /Toma Turcoaz/);
    await type('general', '/timesheet lu-jo 8: la casă');
    await page.setViewportSize({ width: 390, height: 780 });
    expect(await dialog().getByRole('textbox').first().inputValue()).toBe('lu-jo 8: la casă');
    await press('Salvează rândurile');
    await reads('32:00');
    await picture(page, 'timesheet-phone');
    await dialog().getByRole('textbox').first().fill('vi 25');
    await press('Salvează rândurile');
    await reads(/Rândul 1: „25” este mai mult/);
    await dialog().getByRole('textbox').first().fill('vi 7,5');
    await press('Salvează rândurile');
    await reads('39:30');
    await dialog().getByRole('button', { name: 'Editează', exact: true }).nth(4).click();
    await dialog()
      .getByRole('textbox', { name: /^Ore 1/ })
      .fill('8:30');
    await picture(page, 'timesheet-day-phone');
    await press('Salvează');
    await reads('40:30');
    // Forms slide in and out; once they stand, nothing reaches beyond the edge.
    await page.waitForTimeout(600);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await press('Predă');
    await reads(/Așteaptă o decizie/);
  }, 90_000);

  it('a manager decides from the card, and an accountant keeps a working week', async () => {
    await openPage(1280, 860);
    await become(page, /Ana Albastru/);
    await visit(page, 'Switchboard');
    const card = newest('Pontajul lui');
    await card.getByText(/40:30/).first().waitFor();
    await picture(page, 'approval-card');
    await card.getByRole('button', { name: 'Aprobă', exact: true }).click();
    await newest(/a aprobat/).waitFor();

    await become(page, /Olive Marten/);
    await type('general', '/timesheet pattern');
    await press('New working week');
    await dialog()
      .getByRole('textbox', { name: /Hours on each weekday/ })
      .fill('mon-thu 8, fri 25');
    await press('Save');
    await reads(/has no amount of hours for one day/);
    await dialog()
      .getByRole('textbox', { name: /Hours on each weekday/ })
      .fill('mon-thu 8, fri 6:30');
    await press('Save');
    await reads(/38:30 h a week/);
    await picture(page, 'working-week');
  }, 90_000);

  it('an accountant prepares the run, and a second person looks and approves', async () => {
    await journey.moveClock('2027-03-08T14:00:00Z');
    const olive = await journey.person('olive');
    const file = await olive.uploads('people.csv', readFileSync('samples/people.csv'));
    await olive.types('general', '/payroll import');
    const upload = await olive.modal('Upload people');
    await upload.fill('List of people (CSV)', [file]);
    await upload.submit();
    await (await olive.modal('What it would change')).submit();

    await openPage(1280, 860);
    await become(page, /Olive Marten/);
    await type('general', '/payroll run 2027-03');
    await dialog().getByLabel('Last day').fill('2027-03-07');
    await dialog().getByLabel('Payday').fill('2027-03-12');
    await dialog().getByRole('button', { name: 'Compute' }).click();
    await reads(/Gross/);
    await picture(page, 'pay-run');
    await press("Everybody's pay");
    await reads('Toma Turcoaz');
    await press('Payslip');
    await reads(/Net/);
    await press(/^Why/);
    await reads(/hours × 42.50 RON an hour/);
    await picture(page, 'why');
    for (const _ of ['payslip', 'list']) {
      await page.keyboard.press('Escape');
      await page.waitForTimeout(400);
    }
    await press('Submit for approval');
    await reads('1 approver was asked.');
    await type('general', '/payroll fair');
    await picture(page, 'fair');
    await type('general', '/payroll amounts');
    await picture(page, 'amounts');
    await type('general', '/payroll messages');
    await picture(page, 'payroll-messages');

    await closeForms(page);
    await become(page, /Rowan Indigo/);
    await visit(page, 'Switchboard');
    const card = newest('Pay run, 1');
    await card.getByRole('button', { name: 'Look', exact: true }).click();
    await reads(/Gross/);
    await picture(page, 'pay-run-decision');
    await closeForms(page);
    await card.getByRole('button', { name: 'Approve', exact: true }).click();
    await newest(/approved this/).waitFor();
  }, 120_000);

  it('everybody finds a payslip that opens, and nothing of it in the list of messages', async () => {
    const olive = await journey.person('olive');
    await olive.types('general', '/payroll slips');
    const slips = await olive.modal('Payslips');
    await slips.press('Send payslips');
    await slips.shows('0 of 1 sent, 1 waiting');
    await slips.close();
    await journey.moveClock('2027-03-12T09:00:30Z');
    await journey.quiet();
    await openPage(1280, 860);
    await become(page, /Toma Turcoaz/);
    await visit(page, 'Switchboard');
    const slip = newest('Fluturașul tău');
    await slip.waitFor();
    expect(await slip.textContent()).not.toMatch(/\d[.,]\d{2}\s*(RON|lei)/i);
    await picture(page, 'payslip-message');
    const link = await slip.getByRole('link').last().getAttribute('href');
    const response = await page.request.get(new URL(link ?? '', journey.sandbox.url).href);
    expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);
});
