import type { Page } from 'playwright-core';
import { atThePage, become, inBrowser, picture, visit } from '../support/browser.js';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// Toma complains anonymously on a telephone; Ilinca handles it; he comes back with his receipt.
inBrowser('a complaint at the page', () => {
  let journey: Journey;
  let page: Page;
  const at = atThePage(
    () => journey,
    (opened) => {
      page = opened;
    },
  );
  const { dialog, openPage, press, reads, type } = at;

  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-01T08:00:00Z');
    await staffDesk(journey, 'hr.complaints', 'HR: complaints', { Handlers: ['ilinca'], Heads: ['wren'] });
  }, 60_000);
  afterAll(() => journey?.close());

  let receipt = '';

  it('somebody complains on a telephone, and has a receipt', async () => {
    await openPage(1000, 900);
    await become(page, /Toma Turcoaz/);
    await type('general', '/complaint');
    await page.setViewportSize({ width: 390, height: 780 });
    await picture(page, 'complaint-form-phone');
    await press('Trimite');
    await reads('Completează acest câmp obligatoriu.');
    await dialog()
      .getByRole('textbox', { name: /^Ce s-a întâmplat/ })
      .fill('Șeful strigă la toți. <!channel> *așa*');
    await dialog().getByRole('radio').nth(2).check();
    await dialog()
      .getByRole('combobox', { name: /Despre ce/ })
      .focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').getByRole('option', { name: 'Hărțuire' }).click();
    await press('Trimite');
    await reads(/\d{4}-\d{4}-\d{4}-\d{4}/);
    [receipt = ''] = /\d{4}-\d{4}-\d{4}-\d{4}/.exec((await dialog().textContent()) ?? '') ?? [];
    await picture(page, 'complaint-receipt-phone');
  }, 60_000);

  it('a handler reads it as it was written, and acknowledges', async () => {
    await journey.moveClock('2027-03-02T08:00:00Z');
    await openPage(1280, 1000);
    await become(page, /Ilinca Argintiu/);
    await visit(page, 'Switchboard');
    const news = page.getByRole('article').filter({ hasText: 'are nevoie de cineva' }).last();
    await news.getByRole('button', { name: 'Deschide' }).click();
    await reads('Șeful strigă la toți. <!channel> *așa*');
    await picture(page, 'complaint-case');
    await press('Confirmă…');
    await reads(/Cine a făcut sesizarea citește asta/);
    await picture(page, 'complaint-acknowledge');
    await press('Trimite');
    await reads(/Confirmată/);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await visit(page, 'Switchboard');
    await page.getByText('Acasă', { exact: true }).last().click();
    await page.getByText('1 caz este deschis.').waitFor();
    await picture(page, 'complaint-home');
  }, 60_000);

  it('they answer each other by the receipt', async () => {
    await openPage(1000, 900);
    await become(page, /Toma Turcoaz/);
    // The receipt is still there for him to copy.
    await reads(receipt);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await type('general', `/complaint receipt ${receipt}`);
    await reads(/Îți mulțumim că ne-ai spus/);
    await dialog().getByRole('textbox').fill('A fost luni');
    await press('Trimite');
    await reads('✅ Trimis.');
    await picture(page, 'complaint-own');
  }, 60_000);
});
