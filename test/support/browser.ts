import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { packageFolder } from '../../src/platform/package-folder.js';

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
