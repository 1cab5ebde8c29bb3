import type { Browser, Page } from 'playwright-core';
import { violationsOn } from '../support/axe.js';
import { inBrowser, listenForErrors, openBrowser } from '../support/browser.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

inBrowser('the sandbox page', () => {
  let journey: Journey;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
    const jay = await journey.person('jay');
    await jay.types('general', '/ithelp the visitor screen is black');
    await (await jay.modal('Ask IT for help')).submit();
    await jay.sees('the visitor screen is black', { in: 'app' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await journey?.close();
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  /** Opens the page as somebody, at a place, in a window of that width. */
  async function open(who: string, hash = '', look: { width?: number; dark?: boolean } = {}): Promise<void> {
    page = await browser.newPage({
      viewport: { width: look.width ?? 1280, height: 800 },
      colorScheme: look.dark ? 'dark' : 'light',
    });
    page.setDefaultTimeout(15_000);
    errors = listenForErrors(page);
    const { id } = await journey.person(who);
    await page.goto(`${journey.sandbox.url}/?as=${id}${hash}`);
    await page.getByRole('main').waitFor();
  }

  it('can be used without a mouse: a command by completion, the form, and sending it', async () => {
    await open('olive');
    const composer = page.getByRole('textbox', { name: /^Message #/ });
    await composer.focus();
    await page.keyboard.type('/ith');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('no network at desk 9');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask IT for help' });
    await dialog.waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    const robin = await journey.person('robin');
    await robin.sees('no network at desk 9', { in: 'it-triage' });
  });

  it('can be used without a mouse: to search, and to write to somebody', async () => {
    await open('olive');
    await page.getByRole('link', { name: 'Search', exact: true }).press('Enter');
    await page.getByRole('searchbox', { name: 'Words to look for' }).waitFor();
    await page.keyboard.type('first-aid');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByText('The first-aid course').waitFor();

    await page.getByRole('button', { name: 'New message' }).last().press('Enter');
    await page.getByRole('dialog', { name: 'New message' }).waitFor();
    await page.keyboard.type('juniper');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // It takes the keys once it has the focus, which on a slow machine comes a moment later.
    await page.getByRole('textbox', { name: 'Message Jay' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('lunch?');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByText('lunch?').waitFor();
  });

  it('shows a mistake at its field, keeps what was typed, and closes with Escape', async () => {
    await open('olive');
    const composer = page.getByRole('textbox', { name: /^Message #/ });
    await composer.fill('/ithelp 🙂');
    await composer.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask IT for help' });
    await dialog.getByRole('radio', { name: /High/ }).check();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();

    const field = dialog.getByRole('textbox', { name: /What is wrong/ });
    await dialog.getByText('Write a few words about what is wrong').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe('🙂');
    expect(await dialog.getByRole('radio', { name: /High/ }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('shows what answers a command also to somebody who had scrolled up, and says what is wrong with it once', async () => {
    await open('olive', '#C0GENERAL00');
    await page.setViewportSize({ width: 1280, height: 480 });
    const list = page.getByRole('log');
    await list.getByText('keep the front lift free').waitFor();
    const composer = page.getByRole('textbox', { name: 'Message #general' });
    for (const { line, answer } of [
      { line: '/ithelp help', answer: /Only visible to you/ },
      { line: '/nothing at all', answer: /\/nothing is not a valid command/ },
    ]) {
      await list.hover();
      await page.mouse.wheel(0, -5000);
      await page.getByRole('button', { name: 'Jump to the newest' }).waitFor();
      await composer.fill(line);
      await composer.press('Enter');
      await page.getByRole('main').getByText(answer).first().waitFor();
      await page.getByRole('button', { name: 'Jump to the newest' }).waitFor({ state: 'hidden' });
    }
    expect(await page.getByRole('main').getByText('is not a valid command').count()).toBe(1);
    expect(await composer.inputValue()).toBe('/nothing at all');
    await composer.fill('');
  });

  it.each([
    { who: 'robin', hash: '#C0ITTRIAGE0', named: 'a channel with a card' },
    { who: 'jay', hash: '#app/home', named: 'App Home' },
    { who: 'jay', hash: '#app/messages', named: 'the direct message' },
  ])('is accessible, in light and in dark: $named', async ({ who, hash }) => {
    await open(who, hash);
    await page.getByText('the visitor screen is black').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(page)).toEqual([]);
  });

  it('has an accessible form', async () => {
    await open('jay');
    const composer = page.getByRole('textbox', { name: /^Message #/ });
    await composer.fill('/ithelp till');
    await composer.press('Enter');
    await page.getByRole('dialog', { name: 'Ask IT for help' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('fits a phone: nothing is wider than the screen, and the list of conversations is one press away', async () => {
    await open('robin', '#C0ITTRIAGE0', { width: 360, dark: true });
    await page.getByText('the visitor screen is black').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Show the list of conversations' }).click();
    await page.getByRole('link', { name: /^general/ }).click();
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
  });

  it('shows two people in two windows what the other does, at once', async () => {
    await open('jay', '#app/messages');
    const robin = await journey.person('robin');
    const card = await robin.sees('the visitor screen is black', { in: 'it-triage' });
    await card.press('Take');
    await page.getByText('helps you').first().waitFor();
  });

  it('says in the inspector what the bot was asked and what it did', async () => {
    await open('jay');
    await page.getByRole('button', { name: 'Inspector' }).click();
    const composer = page.getByRole('textbox', { name: /^Message #/ });
    await composer.fill('/ithelp mine');
    await composer.press('Enter');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const line = inspector.getByRole('button', { name: /slash_commands \/ithelp/ }).last();
    await line.click();
    await inspector.getByText('"command": "/ithelp"').last().waitFor();
    expect(await inspector.textContent()).not.toMatch(/xoxb-|xapp-/);
  });

  it('moves the clock, and says so', async () => {
    await open('jay');
    await page.getByRole('button', { name: /^Clock/ }).click();
    await page.getByRole('button', { name: '+1 hour' }).click();
    await page.getByRole('button', { name: /^Clock, moved/ }).waitFor();
    await page.getByRole('button', { name: 'Back to real time' }).click();
  });

  it('keeps everything when it is loaded again', async () => {
    await open('jay', '#app/messages');
    await page.getByText('the visitor screen is black').first().waitFor();
    await page.reload();
    await page.getByText('the visitor screen is black').first().waitFor();
  });
});
