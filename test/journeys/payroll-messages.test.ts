import { type Journey, openJourney, staffDesk } from '../support/journey.js';

describe('payroll messages', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-01T08:00:00Z');
    await staffDesk(journey, 'accounting.payroll', 'Payroll', {
      'Payroll officers': ['olive'],
      'Pay run approvers': ['rowan'],
    });
  }, 60_000);
  afterAll(() => journey.close());

  it('are set with the next dates in sight, and nobody saves dates they haven’t seen', async () => {
    const olive = await journey.person('olive');
    await olive.types('general', '/payroll messages');
    const list = await olive.modal('Payroll messages');
    expect(list.text()).toContain('Nothing is said by the calendar yet');
    await list.press('Payday notice');
    const form = await olive.modal('Payday notice');
    // The tenth of April 2027 is a Saturday.
    await form.shows('Wednesday, 10 March 2027, 09:00');
    expect(form.text()).toContain('Friday, 9 April 2027, 09:00');
    await form.fill('Channel', 'random');
    await form.fill('Day of the month', '99');
    expect(await form.submit()).toEqual({
      errors: {
        'Day of the month': expect.stringContaining('31'),
      },
    });
    await form.fill('Day of the month', '12');
    await form.shows('Friday, 12 March 2027, 09:00');
    await form.fill('What it says', '*Payday* is today <!channel>');
    expect(await form.submit()).toEqual({
      errors: { Channel: expect.stringContaining('Invite Switchboard') },
    });
    await form.fill('Channel', 'market-digest');
    expect(await form.submit()).toEqual({ closed: true });
    await list.shows('On day 12 of the month, or the working day before, at 09:00');
    expect(list.text()).toContain('Next: Friday, 12 March 2027, 09:00');

    await list.press('Preview to me');
    await olive.sees('is today &lt;!channel&gt;', { in: 'app' });
    await list.shows('The preview comes to you');
    await list.press('Pause');
    await list.shows('Paused');
    await list.press('Resume');
    await list.shows('Next: Friday, 12 March');
    await list.close();
  });

  it('come at their time, into their channel, and say there what an officer wrote', async () => {
    await journey.moveClock('2027-03-12T09:00:10Z');
    const jay = await journey.person('jay');
    await jay.sees('is today &lt;!channel&gt;', { in: 'market-digest' });
    const olive = await journey.person('olive');
    await journey.quiet();
    await olive.types('general', '/payroll mesaje');
    const list = await olive.modal('Payroll messages');
    await list.shows('Last: Friday, 12 March 2027, 09:00');
    expect(list.text()).toContain('Next: Monday, 12 April 2027, 09:00');
  });

  it('are set in Romanian too, and by nobody but officers', async () => {
    const toma = await journey.person('toma');
    await toma.types('general', '/payroll mesaje');
    await toma.sees('Doar cei care țin salarizarea', { in: 'general' });
  });
});
