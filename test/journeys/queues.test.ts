import type { AtThePage } from '../../src/sandbox/driver/index.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('queues and settings of the help desk', () => {
  let journey: Journey;
  let olive: AtThePage;
  let robin: AtThePage;
  let mihai: AtThePage;

  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
    [olive, robin, mihai] = [
      await journey.person('olive'),
      await journey.person('robin'),
      await journey.person('mihai'),
    ];
  });
  afterAll(() => journey.close());

  async function ask(text: string, category?: string) {
    await olive.types('general', `/ithelp ${text}`);
    const form = await olive.modal('Ask IT for help');
    if (category) await form.fill('What is it about?', category);
    await form.submit();
    return olive.sees(text, { in: 'app' });
  }

  it('lets a lead add one, which says what is wrong and then takes its category', async () => {
    await robin.types('general', '/ithelp queues');
    const list = await robin.modal('Queues');
    expect(list.text()).toContain('There is no other queue yet.');
    await list.press('Add a queue');
    const form = await robin.modal('Add a queue');
    await form.fill('Name', 'Tills');
    await form.fill('Channel', 'random');
    await form.fill('Takes tickets about', ['Till']);
    await form.fill('Who works in it', ['mihai']);
    const refused = await form.submit();
    expect(JSON.stringify(refused)).toContain('/invite @');

    await form.fill('Channel', 'shop-floor');
    await form.submit();
    const kept = await robin.modal('Queues');
    await kept.shows('“Tills” is kept.');
    await kept.close(true);

    await ask('till 3 is frozen', 'Till');
    await mihai.sees('till 3 is frozen', { in: 'shop-floor' });
    await journey.quiet();
    await robin.neverSees('till 3 is frozen', { in: 'it-triage' });
  });

  it('moves a ticket with what was said, and both threads lead to whoever asked', async () => {
    const receipt = await ask('the scanner of till 5 is blind');
    const card = await robin.sees('the scanner of till 5 is blind', { in: 'it-triage' });
    await card.press('Take');
    await receipt.shows('helps you');
    await receipt.reply('It blinks in red');
    await robin.sees('It blinks in red', { in: 'it-triage' });

    await card.choose('more', 'Move to another queue…');
    const form = await robin.modal();
    await form.fill('To which queue?', 'Tills');
    await form.submit();
    await card.shows('is now in');

    const moved = await mihai.sees('the scanner of till 5 is blind', { in: 'shop-floor' });
    await mihai.sees('It blinks in red', { in: 'shop-floor' });
    await olive.sees('Other colleagues in IT see to this now (“Tills”).', { in: 'app' });
    await moved.press('Take');
    await moved.reply('We bring another one');
    await olive.sees('We bring another one', { in: 'app' });
    await card.reply('The spare one is in my drawer');
    await olive.sees('The spare one is in my drawer', { in: 'app' });
    await mihai.sees('The spare one is in my drawer', { in: 'shop-floor' });
  });

  it('lists one queue, and closes it: what is open goes back', async () => {
    await robin.types('general', '/ithelp list tills');
    const list = await robin.sees('The queue · Tills', { in: 'general' });
    await list.choose('it.help-desk.filter:queue', 'General');
    await list.shows('The queue · General');

    await robin.types('general', '/ithelp queues');
    const queues = await robin.modal('Queues');
    await queues.press('Close…');
    await queues.shows('“Tills” is closed. 2 open tickets went to “General”.');
    await queues.close(true);
    await robin.sees('till 3 is frozen', { in: 'it-triage' });
  });

  it('lets the admin reach the desk’s own settings from the set-up, and gives open tickets new targets', async () => {
    const hazel = await journey.person('hazel');
    await hazel.types('general', '/backoffice setup');
    await (await hazel.modal('Set-up')).press('office.hub.setup-desk:it.help-desk');
    await (await hazel.modal('IT help')).press('Targets, handing out and days…');
    const form = await hazel.modal('How IT works');
    await form.fill('🔵 Normal: solved within', '2');
    expect(JSON.stringify(await form.submit())).toContain('sooner than the first answer');
    await form.fill('🔵 Normal: solved within', '30,5');
    await form.submit();
    await hazel.sees('2 open tickets have new targets', { in: 'app' });

    await olive.types('general', '/ithelp settings');
    await olive.sees('Only leads of IT and admins can do that.', { in: 'general' });
  });
});
