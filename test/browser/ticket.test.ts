import type { Browser, Page } from 'playwright-core';
import { become, inBrowser, listenForErrors, openBrowser, visit } from '../support/browser.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

interface Scene {
  language: string;
  asks: { person: RegExp; channel: string; line: string };
  helps: { person: RegExp };
  words: Record<
    | 'switchPerson'
    | 'send'
    | 'reply'
    | 'ask'
    | 'question'
    | 'askSend'
    | 'resolve'
    | 'solution'
    | 'resolveSend'
    | 'waiting'
    | 'working'
    | 'resolved'
    | 'thanks',
    string
  >;
}

const scenes: Scene[] = [
  {
    language: 'English',
    asks: { person: /Jay Juniper/, channel: 'general', line: '/ithelp till 3 is frozen' },
    helps: { person: /Robin Heron/ },
    words: {
      switchPerson: 'Switch person',
      send: 'Send',
      reply: 'Reply in thread',
      ask: 'Ask…',
      question: 'What do you need to know?',
      askSend: 'Ask',
      resolve: 'Resolve…',
      solution: 'What solved it?',
      resolveSend: 'Resolve',
      waiting: 'Waiting for an answer',
      working: 'In progress',
      resolved: 'Resolved',
      thanks: 'You rated it',
    },
  },
  {
    language: 'Romanian',
    asks: { person: /Toma Turcoaz/, channel: 'shop-floor', line: '/ithelp casa 7 s-a blocat' },
    helps: { person: /Mihai Verde/ },
    words: {
      switchPerson: 'Schimbă persoana',
      send: 'Trimite',
      reply: 'Răspunde în fir',
      ask: 'Întreabă…',
      question: 'Ce ai nevoie să știi?',
      askSend: 'Întreabă',
      resolve: 'Rezolvă…',
      solution: 'Ce a rezolvat problema?',
      resolveSend: 'Rezolvă',
      waiting: 'Așteaptă un răspuns',
      working: 'În lucru',
      resolved: 'Rezolvat',
      thanks: 'Ai evaluat',
    },
  },
];

inBrowser('a ticket at the page', () => {
  let journey: Journey;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
    browser = await openBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(15_000);
    errors = listenForErrors(page);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await journey?.close();
  });

  const newest = (text: string) => page.getByRole('article').filter({ hasText: text }).last();

  it.each(scenes)(
    'goes from the command to a rating, with two people, in $language',
    async ({ asks, helps, words }) => {
      const subject = asks.line.replace('/ithelp ', '');
      const heading = page.getByRole('dialog');
      await page.goto(journey.sandbox.url);
      await become(page, asks.person);
      await visit(page, asks.channel);
      const composer = page.getByRole('textbox', { name: new RegExp(`#${asks.channel}`) });
      await composer.fill(asks.line);
      await composer.press('Enter');
      await heading.waitFor();
      expect(await heading.getByRole('textbox').first().inputValue()).toBe(subject);
      await heading.getByRole('button', { name: words.send, exact: true }).click();
      await heading.waitFor({ state: 'hidden' });

      await become(page, helps.person);
      await visit(page, 'it-triage');
      await newest(subject)
        .getByRole('button', { name: /^(Take|Preiau)$/ })
        .click();
      await newest(subject)
        .getByText(/In progress/)
        .waitFor();
      await newest(subject).getByRole('button', { name: 'Ask…' }).click();
      await heading.getByRole('textbox', { name: words.question }).fill('Does it blink?');
      await heading.getByRole('button', { name: words.askSend, exact: true }).click();
      await heading.waitFor({ state: 'hidden' });

      await become(page, asks.person);
      await visit(page, 'Switchboard');
      await newest(subject).getByText(words.waiting).waitFor();
      await newest(subject).hover();
      await newest(subject).getByRole('button', { name: words.reply }).click();
      const thread = page.getByRole('complementary');
      await thread.getByText('Does it blink?').waitFor();
      const answer = thread.getByRole('textbox');
      await answer.fill('It blinks red');
      await answer.press('Enter');
      await newest(subject).getByText(words.working).first().waitFor();

      await become(page, helps.person);
      await visit(page, 'it-triage');
      await newest(subject).getByRole('button', { name: 'Resolve…' }).click();
      await heading.getByRole('textbox').fill('Plugged it in again');
      await heading.getByRole('button', { name: words.resolveSend, exact: true }).click();
      await heading.waitFor({ state: 'hidden' });

      await become(page, asks.person);
      await visit(page, 'Switchboard');
      await newest(subject).getByText(words.resolved).first().waitFor();
      await newest(subject).getByText('Plugged it in again').waitFor();
      await newest(subject).getByRole('button', { name: '😀' }).click();
      await heading.waitFor();
      await page.keyboard.press('Escape');
      await newest(subject).getByText(words.thanks).waitFor();
    },
    90_000,
  );
});
