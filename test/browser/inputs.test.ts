import type { App } from '@slack/bolt';
import type { Browser, Locator, Page } from 'playwright-core';
import { overSocket, stopApps } from '../sandbox/server/support/app.js';
import { aSandbox, closeSandboxes, general, jay, until } from '../sandbox/server/support/sandbox.js';
import { violationsOn } from '../support/axe.js';
import { inBrowser, listenForErrors, openBrowser } from '../support/browser.js';
import { inputs, option, plain } from '../support/every-input.js';

const modal = (title: string, blocks: object[]) =>
  ({ type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Send'), blocks }) as never;
const button = (name: string) => ({ type: 'button', text: plain(name), action_id: name });
const buttons = { type: 'actions', block_id: 'buttons', elements: [button('push'), button('update')] };

type Values = Record<string, { v: Record<string, unknown> }>;

inBrowser('a form with every input of Block Kit', () => {
  let browser: Browser;
  let page: Page;
  let form: Locator;
  let errors: string[];
  let sent: Values | undefined;
  let token = '';

  const app = (bolt: App) => {
    bolt.command('/raise', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('Everything', [buttons, ...inputs]) });
    });
    bolt.options(/.*/, async ({ ack, payload }) => ack({ options: [option(`About ${payload.value}`)] }));
    bolt.action('push', async ({ ack, body, client }) => {
      await ack();
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views.push({ trigger_id, view: modal('Above', [buttons]) });
    });
    bolt.action('update', async ({ ack, body, client }) => {
      await ack();
      const view_id = 'view' in body ? body.view?.id : '';
      await client.views.update({ view_id: view_id ?? '', view: modal('Renewed', inputs) });
    });
    bolt.view('form', async ({ ack, view }) => {
      const isFirst = sent === undefined;
      sent = view.state.values as never;
      await ack(isFirst ? { response_action: 'errors', errors: { Person: 'Somebody else, please' } } : undefined);
    });
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    sent = undefined;
    const sandbox = await aSandbox({ limits: false, company: 'demo' });
    token = sandbox.botToken;
    await overSocket(sandbox, app);
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(8000);
    errors = listenForErrors(page);
    await page.goto(`${sandbox.url}/?as=${jay}#${general}`);
    const composer = page.getByRole('textbox', { name: 'Message #general' });
    await composer.fill('/raise');
    await composer.press('Enter');
    form = page.getByRole('dialog');
    await form.waitFor();
  });
  afterEach(async () => {
    await page.close();
    await stopApps();
    await closeSandboxes();
    expect(errors).toEqual([]);
  });
  afterAll(() => browser?.close());

  const type = (label: string, text: string) => form.getByRole('textbox', { name: label, exact: true }).fill(text);

  /** By the keyboard alone: open, look for it, take the first that is offered. */
  async function choose(label: string, name: string): Promise<void> {
    await form.getByRole('combobox', { name: label, exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }

  async function fillIn(): Promise<void> {
    await type('Line', 'a line');
    await type('Story', 'two\nlines');
    await form.getByRole('textbox', { name: 'Letter' }).pressSequentially('Dear all');
    await type('Address', 'jay@harbour-street.example');
    await type('Site', 'https://harbour-street.example');
    await type('Amount', '7');
    await form.getByLabel('Day', { exact: true }).fill('2026-12-24');
    await form.getByLabel('Hour', { exact: true }).fill('10:30');
    await form.getByLabel('Moment', { exact: true }).fill('2026-12-24T10:30');
    for (const label of ['One', 'Grouped', 'Several']) await choose(label, 'South');
    for (const label of ['Found', 'Searched']) await choose(label, 'tea');
    for (const label of ['Person', 'People']) await choose(label, 'Ana');
    for (const label of ['Channel', 'Channels', 'Places']) await choose(label, 'general');
    await form.getByRole('checkbox', { name: 'West' }).check();
    await form.getByRole('radio', { name: 'North' }).check();
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('a note') });
    await form.getByText('note.txt').waitFor();
  }

  const submit = () => form.getByRole('button', { name: 'Send' }).click();

  it('sends each in the shape that Slack gives it, and shows the app’s error at its field', async () => {
    await fillIn();
    await submit();
    await form.getByText('Somebody else, please').waitFor();
    const values = Object.fromEntries(Object.entries(sent ?? {}).map(([label, { v }]) => [label, v]));
    expect(values).toMatchObject({
      Line: { value: 'a line' },
      Story: { value: 'two\nlines' },
      Letter: { rich_text_value: { type: 'rich_text' } },
      Address: { value: 'jay@harbour-street.example' },
      Site: { value: 'https://harbour-street.example' },
      Amount: { value: '7' },
      Day: { selected_date: '2026-12-24' },
      Hour: { selected_time: '10:30' },
      Moment: { selected_date_time: Date.UTC(2026, 11, 24, 10, 30) / 1000 },
      One: { selected_option: { value: 'south' } },
      Grouped: { selected_option: { value: 'south' } },
      Found: { selected_option: { value: 'about tea' } },
      Person: { selected_user: 'U0ANA000000' },
      Channel: { selected_channel: general },
      Here: { selected_conversation: general },
      Several: { selected_options: [{ value: 'south' }] },
      Searched: { selected_options: [{ value: 'about tea' }] },
      People: { selected_users: ['U0ANA000000'] },
      Channels: { selected_channels: [general] },
      Places: { selected_conversations: [general] },
      Ticks: { selected_options: [{ value: 'west' }] },
      Choice: { selected_option: { value: 'north' } },
    });

    const [file] = (values.Papers?.files ?? []) as { url_private: string }[];
    expect(file).not.toHaveProperty('page_url');
    const read = await fetch(file?.url_private ?? '', { headers: { authorization: `Bearer ${token}` } });
    expect(await read.text()).toBe('a note');

    await submit();
    await form.waitFor({ state: 'hidden' });
  });

  it('is not sent while something is missing or wrong, and says what at each field', async () => {
    await fillIn();
    await type('Line', '');
    await type('Address', 'jay at home');
    await type('Site', 'somewhere');
    await type('Amount', '11');
    await submit();
    await form.getByText('Please enter a valid email address.').waitFor();
    const wrong = form.locator('.bk-field[data-invalid]');
    expect((await wrong.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Line',
      'Address',
      'Site',
      'Amount',
    ]);
    expect(sent).toBeUndefined();
  });

  it('keeps what was typed while views are put over it, and when the app renews it', async () => {
    await type('Line', 'still here');
    await form.getByRole('button', { name: 'push' }).click();
    await page.getByRole('dialog', { name: 'Above' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Everything' }).waitFor();
    await form.getByRole('button', { name: 'update' }).click();
    await page.getByRole('dialog', { name: 'Renewed' }).waitFor();
    const line = form.getByRole('textbox', { name: 'Line', exact: true });
    await until(async () => (await line.inputValue()) === 'still here');
  });

  it.each(['light', 'dark'] as const)(
    'is accessible with its errors shown and a list open: %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await submit();
      await form.getByText('Please complete this required field.').first().waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await form.getByRole('combobox', { name: 'Person', exact: true }).press('ArrowDown');
      await page.getByRole('option', { name: /Robin/ }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
    },
  );
});
