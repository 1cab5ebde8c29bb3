import { type Journey, openJourney } from '../../../support/journey.js';

/** Over Slack's wire, as people do it: from an office where nothing is set up. */
let office: Journey;
beforeAll(async () => {
  office = await openJourney();
  // Jest refuses what is imported between two tests, as the database does with its first question.
  await office.office.office.read(({ people }) => people.admins());
}, 60_000);
afterAll(() => office.close());

describe('the first morning', () => {
  it('leads the admin from /backoffice through the set-up', async () => {
    const hazel = await office.person('hazel');
    await hazel.types('general', '/backoffice');
    const hub = await hazel.sees('Welcome to Switchboard.', { in: 'general' });
    expect(hub.text()).toContain('`/invite @Switchboard`');
    await hub.press('office.hub.setup');

    const list = await hazel.modal('Set-up');
    await list.press('office.hub.setup-office');
    const form = await hazel.modal('The office');
    await form.fill('Time zone', 'Europe/Bucharest');
    await form.fill('Monday', 'in the morning');
    expect(await form.submit()).toEqual({
      errors: { Monday: 'I cannot read these hours. Write them as 09:00-17:00, or “closed”.' },
    });
    await form.fill('Monday', '8:30–16');
    await form.submit();
    const saved = await hazel.modal('Saved');
    expect(saved.text()).toContain('Time zone: UTC → Europe/Bucharest');
    await saved.press('All of the set-up');
    const again = await hazel.modal('Set-up');
    await again.shows('Europe/Bucharest · English · Mon 08:30–16:00, Tue–Fri 09:00–17:00');
    await again.close(true);
  });

  it('fills in the holidays of a country before they are kept', async () => {
    const hazel = await office.person('hazel');
    await hazel.types('general', '/backoffice setup');
    await (await hazel.modal('Set-up')).press('office.hub.setup-holidays');
    const form = await hazel.modal('Holidays');
    await form.press("Add this country's holidays");
    await form.shows('Choose a country first.');
    await form.fill('Public holidays of a country', 'Romania');
    await form.press("Add this country's holidays");
    await form.shows('Look them over, then save.');
    expect(await form.submit()).toEqual({ closed: false });
    const saved = await hazel.modal('Saved');
    await saved.shows('holidays added');
    await saved.close(true);
  });

  it('staffs the help desk, and welcomes those who are new', async () => {
    const hazel = await office.person('hazel');
    await hazel.types('general', '/backoffice setup');
    await (await hazel.modal('Set-up')).press('office.hub.setup-desk:it.help-desk');
    const form = await hazel.modal('IT help');
    await form.fill('channel.triage', 'random');
    await form.fill('role.technician', ['mihai', 'robin']);
    const refused = await form.submit();
    expect(Object.values('errors' in refused ? refused.errors : {})).toEqual([
      'I am not in that channel. Type /invite @Switchboard there, then save again.',
    ]);
    await form.fill('channel.triage', 'it-triage');
    await form.submit();
    await hazel.modal('Saved');
    const mihai = await office.person('mihai');
    await mihai.sees('De acum lucrezi la serviciul', { in: 'app' });
  });

  it('keeps everyone else out of the set-up, and says whom to ask', async () => {
    const ana = await office.person('ana');
    await ana.types('general', '/backoffice setup');
    await ana.sees('Doar administratorii spațiului de lucru', { in: 'general' });
  });
});

describe('somebody who just writes', () => {
  it('gets a form with their text in it, in a direct message', async () => {
    const ana = await office.person('ana');
    await ana.writes('app', 'casa 3 s-a blocat & nu pornește');
    const answer = await ana.sees('Alege un formular', { in: 'app' });
    await answer.press('office.hub.offer:it.help-desk.0');
    const form = await ana.modal();
    expect(JSON.stringify(form.view().blocks)).toContain('casa 3 s-a blocat & nu pornește');
    await form.close(true);
  });

  it('gets all of a long text, though a button cannot carry it', async () => {
    const jay = await office.person('jay');
    const long = `the visitor screen ${'blinks '.repeat(350)}and hums`;
    await jay.writes('general', `@switchboard ${long}`);
    const mention = await jay.sees('Choose a form', { in: 'general' });
    await mention.press('office.hub.offer:it.help-desk.0');
    const form = await jay.modal();
    expect(JSON.stringify(form.view().blocks)).toContain('blinks and hums');
    await form.close(true);
  });
});

describe('on one’s own account', () => {
  it('somebody chooses their language, and App Home is drawn anew', async () => {
    const linden = await office.person('linden');
    const home = await linden.opensHome();
    await home.press('Language');
    const form = await linden.modal('Language');
    await form.fill('language', 'Română');
    await form.submit();
    await linden.sees('De acum îți vorbesc în română.', { in: 'app' });
    await home.shows('Limba');
  });

  it('somebody is away, sees it on App Home, and comes back', async () => {
    const jay = await office.person('jay');
    const home = await jay.opensHome();
    await jay.types('general', '/backoffice away today');
    const form = await jay.modal('Being away');
    expect(await form.submit()).toEqual({ closed: true });
    await jay.sees('Noted: you are away', { in: 'app' });
    await home.shows('You are marked as away until');
    await home.press('I am back');
    await jay.sees('Welcome back', { in: 'app' });
  });
});
