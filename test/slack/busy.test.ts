import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from '../../src/platform/doors/doors.js';
import { deskWith, ithelp } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import { ANA, command, event, GENERAL, submission, typed, viewOf } from './support/payloads.js';
import { until } from './support/stub-slack.js';

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

describe('a morning when everybody opens Home at once', () => {
  let office: Opened;
  let [working, most, done] = [0, 0, 0];
  const visits: Visit[] = [];

  beforeAll(async () => {
    const work = async () => {
      working += 1;
      most = Math.max(most, working);
      await pause(20);
      working -= 1;
      done += 1;
      return true;
    };
    office = await openTo([deskWith({ ...ithelp(visits), events: { message: work } })]);
    await office.people.remember(someone(ANA));
  });
  afterAll(() => office.close());

  it('is worked off some at a time, and a command doesn’t wait behind it', async () => {
    const said = { type: 'message', user: ANA, text: 'hello', channel: GENERAL, channel_type: 'channel' };
    const events = Array.from({ length: 60 }, (_, index) =>
      office.deliver('events_api', event({ ...said, ts: `${index}.1` }, `Ev${index}`)),
    );
    await Promise.all(events);
    await office.deliver('slash_commands', command(office.slack.url, 'list'));
    await until(() => visits.length === 1, 'the command is served');
    expect(done).toBeLessThan(60);
    await office.connection.idle();
    expect([done, most]).toEqual([60, 8]);
  });
});
