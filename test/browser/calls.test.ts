import type { Page } from 'playwright-core';
import { atThePage, become, closeForms, inBrowser, picture, visit } from '../support/browser.js';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// One message tells the front desk where a caller stands while others decide: Corina looks, in Romanian.
inBrowser('a caller at the page', () => {
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
    await journey.moveClock('2027-03-01T08:00:00Z');
    await staffDesk(journey, 'front-desk.calls', 'Calls', {
      'Channel for live calls': 'front-desk',
      'Front desk': ['corina', 'jay'],
      'Heads of the front desk': ['jay'],
    });
  }, 60_000);
  afterAll(() => journey?.close());

  it('a head makes a rotation with shifts', async () => {
    await openPage(1280, 860);
    await become(page, /Jay /);
    await type('front-desk', '/handoff rotation new');
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Accounting');
    const members = dialog().getByRole('combobox', { name: /Members/ });
    for (const name of ['Olive', 'Toma']) {
      await members.fill(name);
      await page.getByRole('option', { name }).first().click();
    }
    await picture(page, 'rotation-form');
    await press('Save');
    await reads('When each takes calls');
    await dialog().getByRole('textbox', { name: /Olive/ }).fill('mon-sun 0-23');
    await dialog().getByRole('textbox', { name: /Toma/ }).fill('whenever');
    await press('Save');
    await reads(/“whenever” can’t be read/);
    await dialog().getByRole('textbox', { name: /Toma/ }).fill('mon-sun 0-23');
    await press('Save');
    await reads(/Now:/);
    await picture(page, 'who');
  }, 90_000);

  it('is followed live in one message by the front desk, from ring to ring until somebody has it', async () => {
    await openPage(1280, 860);
    await become(page, /Corina/);
    await type('front-desk', '/handoff @olive client asks about invoice 4411, angry');
    expect(
      await dialog()
        .getByRole('textbox', { name: /Despre ce/ })
        .inputValue(),
    ).toBe('client asks about invoice 4411, angry');
    await reads(/Întrebați în această ordine/);
    await dialog()
      .getByRole('textbox', { name: /Număr de telefon/ })
      .fill('0722 123 456');
    await dialog().getByRole('textbox', { name: 'Nume' }).fill('Ana Client');
    await picture(page, 'hand-over-form');
    await press('Trimite');
    await dialog().waitFor({ state: 'hidden' });

    await visit(page, 'Switchboard');
    const card = newest('invoice 4411');
    await card
      .getByText(/sună la/)
      .first()
      .waitFor();
    await picture(page, 'live-ringing');
    await journey.moveClock({ minutes: 1 });
    // The same message, without anybody touching the page.
    await card.getByText('⏱️').first().waitFor();
    await card.getByText(/@Toma/).first().waitFor();
    await picture(page, 'live-passed-on');
    const toma = await journey.person('toma');
    await (await toma.sees('invoice 4411', { in: 'app' })).press('Accept');
    await card
      .getByText(/l-a preluat/)
      .first()
      .waitFor();
    await picture(page, 'live-accepted');
    expect(await page.getByRole('article').filter({ hasText: 'invoice 4411' }).count()).toBe(1);
    await card.getByRole('button', { name: 'Detalii' }).click();
    await reads(/nu a răspuns la timp/);
    await picture(page, 'call-details');
  }, 90_000);

  it('is called back by whoever reads of it on a telephone', async () => {
    await openPage(1000, 800);
    await become(page, /Toma/);
    await visit(page, 'Switchboard');
    await page.setViewportSize({ width: 390, height: 780 });
    const card = newest('invoice 4411');
    await picture(page, 'call-phone');
    await fits();
    await card.getByRole('button', { name: 'Sun mai târziu…' }).click();
    await dialog().getByRole('textbox').first().fill('cândva');
    await press('Mai departe');
    await reads(/Nu îmi dau seama/);
    await dialog().getByRole('textbox').first().fill('mâine la 10');
    await press('Mai departe');
    await reads('Sunat înapoi la');
    await reads(/Adică Mâine, 10:00/);
    await picture(page, 'call-back-phone');
    await fits();
    await press('Mai departe');
    await card
      .getByText(/sună înapoi/)
      .first()
      .waitFor();
  }, 90_000);

  it('is found again in the log', async () => {
    await openPage(1280, 860);
    await become(page, /Jay /);
    await type('front-desk', '/handoff search 0722 123 456');
    await reads('One call');
    await picture(page, 'call-log');
    await closeForms(page);
    await type('front-desk', '/handoff statistics');
    await reads(/answered \(100 %\)/);
    await picture(page, 'call-figures');
    await closeForms(page);
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.getByText('Hand a caller on').first().waitFor();
    await picture(page, 'call-home');
  }, 90_000);
});
