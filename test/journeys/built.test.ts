import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFolder } from '../../src/platform/package-folder.js';
import { type AtThePage, enter } from '../../src/sandbox/driver/index.js';
import { type RunningProcess, startBuilt } from '../support/process.js';

const isBuilt = existsSync(path.join(packageFolder, 'dist/main.js'));
if (!isBuilt) console.warn('The built programs are not tested: run "npm run build" first.');

// What the other journeys try is the sources; this is what people start: packed into a few files with its packages.
(isBuilt ? describe : describe.skip)('the built bot', () => {
  const DATA_FOLDER = mkdtempSync(path.join(tmpdir(), 'switchboard-built-'));
  const alone = { DATABASE_URL: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' };
  let bot: RunningProcess;
  let hazel: AtThePage;
  let url: string;

  beforeAll(async () => {
    bot = startBuilt('main', [], { ...alone, PORT: '0', DATA_FOLDER });
    for (let line = await bot.line(); !url && line !== null; line = await bot.line()) {
      url = /open (http:\S+) and/.exec(line)?.[1] ?? '';
      if (url) break;
    }
    hazel = await enter(url, 'hazel', 150_000);
  }, 120_000);
  afterAll(async () => {
    hazel.leaves();
    await bot.kill();
  });

  it('opens its page, and plays the first day to the report with its chart', async () => {
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<script')]);
    await hazel.sees(({ files = [] }) => files.some(({ name }) => name?.endsWith('.png')), { in: 'managers' });
  }, 180_000);

  it('takes a ticket in', async () => {
    await hazel.types('general', '/ithelp the scales show nothing');
    expect(await (await hazel.modal('Ask IT for help')).submit()).toEqual({ closed: true });
    await hazel.sees('the scales show nothing', { in: 'app' });
  });

  it('has at hand what is fetched only where it is wanted: holidays, workbooks', async () => {
    await hazel.types('general', '/backoffice setup');
    const setup = await hazel.modal('Set-up');
    await setup.press('office.hub.setup-holidays');
    const form = await hazel.modal('Holidays');
    await form.fill('Public holidays of a country', 'Romania');
    await form.press("Add this country's holidays");
    await form.shows('Romania');
    await form.submit();
    const saved = await hazel.modal('Saved');
    await saved.shows('holidays added');
    await saved.close(true);

    await hazel.types('general', '/timesheet export');
    expect(await (await hazel.modal('Export hours')).submit()).toEqual({ closed: true });
    await hazel.sees(({ files = [] }) => files.some(({ name }) => name?.endsWith('.xlsx')), { in: 'app' });
  });

  it('stops when it is told to, and its other programs read what it left', async () => {
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    const doctor = startBuilt('doctor', [], { ...alone, DATA_FOLDER });
    const said: string[] = [];
    for (let line = await doctor.line(); line !== null; line = await doctor.line()) said.push(line);
    expect(said.join('\n')).toContain('All migrations are applied');
    expect(await doctor.ended).toBe(0);
  });
});
