import type { Page } from 'playwright-core';
import { atThePage, become, inBrowser, picture } from '../support/browser.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

// Jay has asked for help and left the company; Hazel, who is an admin, has Jay forgotten.
inBrowser('forgetting somebody at the page', () => {
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
    await setUpHelpDesk(journey);
    const jay = await journey.person('jay');
    await jay.types('general', '/ithelp the radio hums');
    await (await jay.modal('Ask IT for help')).submit();
    await journey.quiet();
    const card = await jay.sees('the radio hums', { in: 'app' });
    await card.press('it.help-desk.withdraw');
    await journey.quiet();
    const hazel = await journey.person('hazel');
    for (const { id } of [jay, await journey.person('linden')]) {
      await hazel.wire.need('set_person', { user: id, deleted: true });
    }
    await journey.quiet();
    hazel.leaves();
  }, 60_000);
  afterAll(() => journey?.close());

  const choose = async (name: RegExp) => {
    const field = dialog().getByRole('combobox').first();
    await field.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').getByRole('option', { name }).click();
  };

  it('an admin sees what goes and what stays, and then has it erased', async () => {
    await openPage(1280, 1000);
    await become(page, /Hazel/);
    await type('general', '/backoffice forget');
    await picture(page, 'forget-form');
    await choose(/Jay/);
    await press('Show what goes');
    await reads('Would be erased');
    await reads(/what was written in 1 ticket, with the answers/);
    await picture(page, 'forget-preview');
    await page.setViewportSize({ width: 390, height: 780 });
    await fits();
    await picture(page, 'forget-preview-phone');
    await page.setViewportSize({ width: 1280, height: 1000 });
    await press('Erase for good');
    await reads(/Done\. This report is in your direct messages as well\./);
    await picture(page, 'forget-done');
    const { prisma } = journey.office.database;
    expect(await prisma.person.count({ where: { name: { contains: 'Jay' } } })).toBe(0);
  }, 60_000);

  it('in Romanian: an empty field is pointed out, and whoever thinks better of it changes nothing', async () => {
    await openPage(390, 780);
    await become(page, /Hazel/);
    await journey.office.office.transact(({ people }) => people.chooseLanguage('U0HAZEL0000', 'ro'));
    await type('general', '/backoffice uită');
    await press('Arată ce dispare');
    await picture(page, 'forget-empty-ro');
    await choose(/Linden/);
    await press('Arată ce dispare');
    await reads('S-ar șterge');
    await fits();
    await picture(page, 'forget-preview-ro');
    await press('Renunță');
    const { prisma } = journey.office.database;
    expect(await prisma.person.count({ where: { name: { contains: 'Linden' } } })).toBe(1);
  }, 60_000);

  it('a colleague is told whom to ask', async () => {
    await openPage(1280, 900);
    await become(page, /Olive/);
    const olive = await journey.person('olive');
    await olive.types('general', '/backoffice forget');
    await newest(/Only workspace admins can have somebody forgotten\. You can ask/).waitFor();
    await picture(page, 'forget-refused');
    olive.leaves();
  }, 60_000);
});
