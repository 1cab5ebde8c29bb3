import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('what the help desk does by the clock', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
    // A Monday morning in the office's zone, UTC until somebody sets another.
    await journey.moveClock('2026-11-23T09:00:00Z');
  });
  afterAll(() => journey.close());

  it('warns before a target, escalates after it, says nothing at night, and stops while it waits', async () => {
    const [jay, robin] = [await journey.person('jay'), await journey.person('robin')];
    await jay.types('general', '/ithelp all tills stand still');
    const form = await jay.modal('Ask IT for help');
    await form.fill('How pressing is it?', '🔴 Urgent');
    await form.submit();
    const card = await robin.sees('all tills stand still', { in: 'it-triage' });

    await journey.moveClock({ minutes: 25 });
    await robin.sees(/needs a first answer by/, { in: 'it-triage' });
    await journey.moveClock({ minutes: 10 });
    await robin.sees(/has had no answer in time/, { in: 'app' });

    await card.press('Take');
    await card.press('Ask…');
    const question = await robin.modal();
    await question.fill('What do you need to know?', 'Is the main switch on?');
    await question.submit();
    await card.shows('The clock stands');
    await journey.moveClock('2026-11-24T11:00:00Z');
    await robin.neverSees(/wasn't solved in time/, { in: 'app' });

    const receipt = await jay.sees('all tills stand still', { in: 'app' });
    await receipt.reply('It is on');
    await card.shows('🔧 In progress');
    await journey.moveClock('2026-11-24T22:00:00Z');
    await journey.moveClock('2026-11-25T10:00:00Z');
    await robin.sees(/wasn't solved in time/, { in: 'app' });
    const late = (await robin.reads('app')).filter((message) => /wasn't solved in time/.test(message.text()));
    expect(late).toHaveLength(1);
  });

  it('closes what was resolved and not spoken of for three working days', async () => {
    const [olive, robin] = [await journey.person('olive'), await journey.person('robin')];
    await olive.types('general', '/ithelp my chair squeaks on the network');
    await (await olive.modal('Ask IT for help')).submit();
    const receipt = await olive.sees('my chair squeaks', { in: 'app' });
    const card = await robin.sees('my chair squeaks', { in: 'it-triage' });
    await card.press('Take');
    await receipt.shows('helps you');
    await card.press('Resolve…');
    const solution = await robin.modal();
    await solution.fill('What solved it?', 'Oil');
    await solution.submit();
    await receipt.shows('✅ Resolved');

    await journey.moveClock({ minutes: 6 * 24 * 60 });
    await receipt.shows('🔒 Closed');
  });
});
