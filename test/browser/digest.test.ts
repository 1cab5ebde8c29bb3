import type { Page } from 'playwright-core';
import { atThePage, become, closeForms, inBrowser, picture, visit } from '../support/browser.js';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// Linden adds a source and posts; Toma reads on a telephone, in Romanian, and puts a story aside.
inBrowser('the digest at the page', () => {
  let journey: Journey;
  let page: Page;
  const at = atThePage(
    () => journey,
    (opened) => {
      page = opened;
    },
  );
  const { dialog, openPage, reads, type } = at;

  beforeAll(async () => {
    journey = await openJourney({ readsPress: true });
    await journey.moveClock('2027-03-01T06:00:00Z');
    await staffDesk(journey, 'research.digest', 'Digest', { 'Digest channel': 'market-digest', Editors: ['linden'] });
  }, 60_000);
  afterAll(() => journey?.close());

  it('an editor adds a source, is told what an address lacks, and sees the digest with its picture', async () => {
    await openPage(1280, 900);
    await become(page, /Linden/);
    await type('general', '/digest add http://10.0.0.1/feed');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await reads(/isn’t public/);
    await dialog().getByRole('textbox').first().fill(`${journey.sandbox.url}/press/market.xml`);
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await reads('Quay Street Ledger');
    await picture(page, 'digest-found');
    await closeForms(page);
    await journey.moveClock({ minutes: 1 });
    await journey.moveClock('2027-03-01T08:31:00Z');
    await visit(page, 'market-digest');
    const digest = page.getByRole('article').filter({ hasText: 'Digest – Monday' });
    await digest.getByText('EUR/USD').first().waitFor();
    await page
      .getByRole('article')
      .filter({ hasText: /In 20 days/ })
      .getByRole('img')
      .first()
      .waitFor();
    await picture(page, 'digest-channel');
  }, 90_000);

  it('a reader puts a story aside on a telephone, and finds it again', async () => {
    await openPage(1000, 800);
    await become(page, /Toma/);
    await type('general', '/digest');
    await dialog().waitFor();
    await page.setViewportSize({ width: 390, height: 780 });
    await reads('Harbour freight rates fall for a third week');
    await picture(page, 'digest-phone');
    await dialog().getByRole('button', { name: 'Mai târziu' }).first().click();
    await dialog().getByRole('button', { name: 'Citită' }).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.setViewportSize({ width: 1000, height: 800 });
    await closeForms(page);
    await type('general', '/digest tarziu');
    await reads('Puse deoparte');
    await reads('Harbour freight rates fall for a third week');
  }, 90_000);
});
