import { setTimeout as pause } from 'node:timers/promises';
import { deskWith } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import { ANA, submission, typed, viewOf } from './support/payloads.js';

describe('forms while the office is busy', () => {
  let office: Opened;
  let finish = () => {};

  beforeAll(async () => {
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const desk = deskWith({ forms: { 'test.form': () => held.then(() => undefined) } });
    office = await openTo([desk], { mode: 'http', patience: { busyFrom: 3, busyFormMs: 30, formMs: 60_000 } });
    await office.people.remember(someone(ANA));
  });
  afterAll(() => office.close());

  it('are acknowledged early, and what came of them is shown when their turn came', async () => {
    const forms = Array.from({ length: 6 }, () => viewOf('test.form', typed('till 3')));
    const answers: unknown[] = [];
    const all = forms.map((form) =>
      office.deliver('interactive', submission(form)).then((answer) => answers.push(answer)),
    );
    while (answers.length === 0) await pause(5);
    expect(answers[0]).toMatchObject({ response_action: 'update', view: { title: { text: 'Still working' } } });
    finish();
    await Promise.all(all);
    expect(await office.slack.heard('views.update')).toBeDefined();
  });
});
