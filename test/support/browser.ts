import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { packageFolder } from '../../src/platform/package-folder.js';
import type { Journey } from './journey.js';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const executablePath = places.find((place) => place && existsSync(place));
const pageIsBuilt = existsSync(path.join(packageFolder, 'dist/sandbox/web/index.html'));

function whyNot(): string | null {
  if (!executablePath) return 'there is no Chromium here: install it, or name it in CHROMIUM';
  return pageIsBuilt ? null : 'the page is not built: run "npm run build" first';
}

const reason = whyNot();
if (reason) console.warn(`The browser tests are skipped: ${reason}.`);

/** `describe`, where there is a browser to run it in. */
export const inBrowser = reason ? describe.skip : describe;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Complaints of the page itself, which no test may leave behind. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** Closes whatever forms lie on the page: a form on top of others leaves those open. */
export async function closeForms(page: Page): Promise<void> {
  for (let left = 6; left > 0 && (await page.getByRole('dialog').count()) > 0; left--) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(400);
  }
}

/** Looks at the workspace as somebody else. */
export async function become(page: Page, person: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Switch person|Schimbă persoana/ }).click();
  await page.getByRole('menuitemradio', { name: person }).click();
}

/**
 * Opens a conversation of the side bar.
 * A form that was left open is drawn a moment after the page, perhaps over the link that is being pressed: then it is closed, and the link pressed again.
 */
export async function visit(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name: new RegExp(`^${name}`) }).first();
  for (let left = 4; left > 0; left--) {
    await closeForms(page);
    const pressed = await link.click({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (pressed) return;
  }
  await link.click();
}

const pictures = process.env.PICTURES;

/** What a person sees just then, kept in the folder that PICTURES names, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  // Forms fade in.
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/**
 * One page of a journey's workspace, which each test opens and finds closed afterwards; what the page complained of fails the
 * test. `opened` is told of each. To be called within `inBrowser`.
 */
export function atThePage(journey: () => Pick<Journey, 'sandbox'>, opened: (page: Page) => void) {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await picture(page, `end-of-${expect.getState().currentTestName?.slice(-24).replaceAll(/\W+/g, '-')}`);
    await page.close();
    expect(errors).toEqual([]);
  });
  afterAll(() => browser?.close());

  /** The form that lies on top. */
  const dialog = () => page.getByRole('dialog').last();
  return {
    dialog,
    async openPage(width: number, height: number): Promise<void> {
      page = await browser.newPage({ viewport: { width, height } });
      page.setDefaultTimeout(20_000);
      errors = listenForErrors(page);
      opened(page);
      await page.goto(journey().sandbox.url);
    },
    /** Types a command that opens a form. */
    async type(place: string, line: string): Promise<void> {
      await visit(page, place);
      const composer = page.getByRole('textbox', { name: new RegExp(`#${place}`) });
      await composer.fill(line);
      await composer.press('Enter');
      await dialog().waitFor();
    },
    press: (name: string | RegExp) => dialog().getByRole('button', { name, exact: true }).first().click(),
    /** In the form that lies on top: those under it stand in the page too. */
    reads: (text: string | RegExp) => dialog().getByText(text).filter({ visible: true }).first().waitFor(),
    newest: (text: string | RegExp) => page.getByRole('article').filter({ hasText: text }).last(),
    /** Forms slide in and out; once they stand, nothing reaches beyond the edge. */
    async fits(): Promise<void> {
      await page.waitForTimeout(600);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    },
  };
}
