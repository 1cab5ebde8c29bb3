import type { Page } from 'playwright-core';
import { violationsOn } from '../support/axe.js';
import { atThePage, become, closeForms, inBrowser, picture, visit } from '../support/browser.js';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// Rowan takes the books in and makes a report; Hazel reads it, also on a telephone.
inBrowser('reports at the page', () => {
  let journey: Journey;
  let page: Page;
  const at = atThePage(
    () => journey,
    (opened) => {
      page = opened;
    },
  );
  const { dialog, fits, newest, openPage, press, reads, type } = at;

  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-04T09:00:00Z');
    await staffDesk(journey, 'accounting.reports', 'Reports', {
      'Managers’ channel': 'managers',
      Bookkeepers: ['rowan'],
      'Managers who see revenue and cost': ['hazel', 'ana'],
    });
  }, 60_000);
  afterAll(() => journey?.close());

  const weeks = ['2027-02-02', '2027-02-09', '2027-02-16', '2027-02-24', '2027-03-02'];
  const ledger = [
    'Date,Account,Description,Document,Amount',
    ...weeks.flatMap((day, place) => [
      `${day},701,Shop,s${place},${20_000 + place * 1_500}.00`,
      `${day},601,Goods,g${place},-${12_000 + place * 400}.00`,
      `${day},641,Salaries,p${place},-4000.00`,
    ]),
    'soon,701,Shop,x,1.00',
  ].join('\n');

  it('a bookkeeper takes the books in, sees what can’t be read, and makes a report', async () => {
    await openPage(1280, 1000);
    await become(page, /Rowan/);
    await type('general', '/report upload');
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'books.csv', mimeType: 'text/csv', buffer: Buffer.from(ledger) });
    await reads('books.csv');
    await press('Look at it');
    await reads(/Which column of/);
    await picture(page, 'report-columns');
    expect(await violationsOn(page)).toEqual([]);
    await press('Preview');
    await reads(/15 rows to take in/);
    await reads(/“soon” is no day/);
    await picture(page, 'report-preview');
    await press('Take 15 rows in');
    await dialog().waitFor({ state: 'hidden' });
    await type('general', '/report lines');
    await dialog()
      .getByRole('textbox', { name: /^Revenue/ })
      .fill('Shop: 70*');
    await dialog().getByRole('textbox', { name: /^Cost/ }).fill('Goods: 60*\nSalaries: 64*');
    await picture(page, 'report-lines');
    await press('Save');
    await dialog().waitFor({ state: 'hidden' });

    await type('general', '/report');
    await press('Revenue and cost');
    await reads(/It comes next on/);
    await picture(page, 'report-form');
    await press('Save');
    await reads('Saved.');
    await picture(page, 'report-list');
    await closeForms(page);
    await type('general', '/report ledgers');
    await reads('books.csv');
    await picture(page, 'report-ledgers');
    expect(await violationsOn(page)).toEqual([]);
  }, 120_000);

  it('a manager reads it on Monday, and opens the whole table', async () => {
    await journey.moveClock('2027-03-08T08:00:30Z');
    await openPage(1280, 1000);
    await become(page, /Hazel/);
    await visit(page, 'managers');
    await newest('What explains it').getByText('Whole table').waitFor();
    await page.getByRole('article').filter({ hasText: 'revenue-and-cost' }).getByRole('img').first().waitFor();
    await picture(page, 'report-channel');
    await newest('What explains it').getByText('Whole table').click();
    await reads(/Salaries/);
    await picture(page, 'report-table');
    expect(await violationsOn(page)).toEqual([]);
  }, 90_000);

  it('reads well on a telephone, in Romanian', async () => {
    await openPage(1000, 800);
    await become(page, /Ana/);
    await type('general', '/report');
    await dialog().getByRole('button', { name: 'Venituri și costuri' }).first().click();
    await reads(/Urmează pe|Următoarele|data viitoare|în/);
    await page.setViewportSize({ width: 390, height: 780 });
    await picture(page, 'report-form-phone');
    await fits();
    await page.setViewportSize({ width: 1000, height: 800 });
    await closeForms(page);
    await visit(page, 'managers');
    await page.setViewportSize({ width: 390, height: 780 });
    await newest('What explains it').waitFor();
    await fits();
    await picture(page, 'report-phone');
  }, 90_000);
});
