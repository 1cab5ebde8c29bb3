import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe.each([
  { delivery: 'socket' as const, named: 'in Socket Mode' },
  { delivery: 'http' as const, named: 'over signed HTTP' },
])('a frozen till, $named', ({ delivery }) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney({ delivery });
    await setUpHelpDesk(journey);
  });
  afterAll(() => journey.close());

  it('goes from the command to a rated solution, and everyone concerned hears of it', async () => {
    const [jay, robin] = [await journey.person('jay'), await journey.person('robin')];

    await jay.types('general', '/ithelp till 3 is frozen');
    const form = await jay.modal('Ask IT for help');
    expect(form.filled('What is wrong, or what do you need?')).toBe('till 3 is frozen');
    await form.fill('What is it about?', 'Till');
    await form.fill('How pressing is it?', '🟠 High');
    expect(await form.submit()).toEqual({ closed: true });

    const receipt = await jay.sees('till 3 is frozen', { in: 'app' });
    const card = await robin.sees('till 3 is frozen', { in: 'it-triage' });
    expect(card.text()).toContain('🟠 High · Till');
    expect(card.text()).toContain('Nobody has it yet');

    await card.press('Take');
    await card.shows('🔧 In progress');
    await receipt.shows('helps you');

    await card.press('Ask…');
    const question = await robin.modal();
    await question.fill('What do you need to know?', 'Does the light on it blink?');
    await question.submit();
    await receipt.shows('💬 Waiting for an answer');
    await card.shows('The clock stands while we wait');
    await jay.sees('Does the light on it blink?', { in: 'app' });

    await receipt.reply('Yes, it blinks red.');
    await robin.sees('Yes, it blinks red.', { in: 'it-triage' });
    await card.shows('🔧 In progress');

    await card.press('Resolve…');
    const solution = await robin.modal();
    await solution.fill('What solved it?', 'Pulled the plug for ten seconds');
    await solution.submit();
    await receipt.shows('✅ Resolved');
    await receipt.shows('Pulled the plug for ten seconds');

    await receipt.press('😀');
    const thanks = await jay.modal('Thank you');
    await thanks.fill('What went well, or could be better?', 'Very quick');
    await thanks.submit();
    await robin.sees('Very quick', { in: 'it-triage' });
    await card.shows('🔒 Closed');
  });

  it('comes back when it was not solved', async () => {
    const [olive, mihai] = [await journey.person('olive'), await journey.person('mihai')];
    await olive.types('general', '/ithelp the printer leaves stripes');
    await (await olive.modal()).submit();
    const receipt = await olive.sees('the printer leaves stripes', { in: 'app' });
    const card = await mihai.sees('the printer leaves stripes', { in: 'it-triage' });
    await card.press('Take');
    await receipt.shows('helps you');
    await card.press('Resolve…');
    const solution = await mihai.modal();
    await solution.fill('Cum s-a rezolvat?', 'New cartridge');
    await solution.submit();
    await receipt.shows('✅ Resolved');

    await receipt.press('Reopen…');
    const again = await olive.modal();
    await again.fill('What is still wrong?', 'Now the stripes are blue');
    await again.submit();

    await receipt.shows('🔁 Reopened');
    await mihai.sees('Now the stripes are blue', { in: 'it-triage' });
  });

  it('is spoken of in the language of each person', async () => {
    const [toma, mihai] = [await journey.person('toma'), await journey.person('mihai')];
    await toma.types('shop-floor', '/ithelp casa 3 s-a blocat');
    const form = await toma.modal('Cere ajutor de la IT');
    await form.fill('Despre ce este vorba?', 'Casă de marcat');
    await form.submit();
    const receipt = await toma.sees('casa 3 s-a blocat', { in: 'app' });
    expect(receipt.text()).toContain('Casă de marcat');
    const card = await mihai.sees('casa 3 s-a blocat', { in: 'it-triage' });
    expect(card.text()).toContain('Till');
    await card.press('Take');
    await receipt.shows('Te ajută');
  });
});
