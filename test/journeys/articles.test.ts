import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('what solved one ticket, and then another without one', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
  });
  afterAll(() => journey.close());

  const tickets = () => journey.office.database.prisma.ticket.count();
  const articles = () => journey.office.database.prisma.article.findMany({ orderBy: { number: 'asc' } });

  it('becomes an article, made from the resolved ticket’s menu without its requester’s name', async () => {
    const [jay, robin] = [await journey.person('jay'), await journey.person('robin')];
    await jay.types('general', '/ithelp the scanner at till 2 beeps, says Jay');
    await (await jay.modal('Ask IT for help')).submit();
    const card = await robin.sees('the scanner at till 2 beeps', { in: 'it-triage' });
    await card.press('Resolve…');
    const solution = await robin.modal();
    await solution.fill('What solved it?', 'Jay held both of its buttons for five seconds.');
    await solution.submit();
    await card.shows('✅ Resolved');

    await card.choose('it.help-desk.more', 'Make an article…');
    const form = await robin.modal('How-to article');
    expect(form.text()).not.toMatch(/Jay/i);
    expect(form.filled('Title')).toBe('the scanner at till 2 beeps, says […]');
    expect(form.filled('How is it done?')).toBe('[…] held both of its buttons for five seconds.');
    await form.fill('Title', 'The scanner beeps');
    await form.fill('How is it done?', 'Hold both of its buttons for five seconds.');
    await form.submit();
    await form.shows('Hold both of its buttons');
    await form.close(true);
    expect(await articles()).toMatchObject([{ title: 'The scanner beeps', language: 'en', shown: 0 }]);
  });

  it('is offered to whoever writes about the same, who goes back with nothing lost', async () => {
    const before = await tickets();
    const olive = await journey.person('olive');
    await olive.types('general', '/ithelp');
    const form = await olive.modal('Ask IT for help');
    await form.fill('How pressing is it?', '🟠 High');
    await form.fill('What is wrong, or what do you need?', 'My scanner beeps all day');
    await form.shows('The scanner beeps');

    await form.press('Read');
    const article = await olive.modal('Article 1');
    expect(article.text()).toContain('Hold both of its buttons for five seconds.');
    await article.close();
    expect(form.filled('What is wrong, or what do you need?')).toBe('My scanner beeps all day');
    expect(form.filled('How pressing is it?')).toMatchObject({ value: 'high' });

    await form.press('Read');
    expect(await (await olive.modal('Article 1')).submit()).toEqual({ closed: true });
    await olive.noModal();
    await journey.quiet();
    expect(await tickets()).toBe(before);
    expect(await articles()).toMatchObject([{ shown: 2, helped: 1 }]);
  });

  it('is found on Home and by command, in the language of each person', async () => {
    const [olive, toma] = [await journey.person('olive'), await journey.person('toma')];
    const home = await olive.opensHome();
    await home.press('How-to articles');
    const list = await olive.modal('How-to articles');
    await list.fill('Words to look for', 'coffee');
    await list.submit();
    await list.shows('No article has the words “coffee”');
    await list.fill('Words to look for', 'scanners');
    await list.submit();
    await list.shows('Helped 1 time');
    expect(list.text()).not.toContain('Write an article');
    await list.close(true);

    await toma.types('general', '/ithelp ghiduri scanner');
    const guides = await toma.modal('Ghiduri');
    expect(guides.text()).toContain('English');
    await guides.press('Citește');
    expect((await toma.modal('Ghidul 1')).text()).toContain('A ajutat o dată');
  });

  it('is edited, archived and published again by a technician, in one place', async () => {
    const [mihai, olive] = [await journey.person('mihai'), await journey.person('olive')];
    await mihai.types('general', '/ithelp articol 1');
    const article = await mihai.modal('Ghidul 1');
    await article.press('Modifică');
    await article.shows('Cum se face?');
    await article.fill('Cum se face?', 'Hold both buttons until it is silent.');
    await article.submit();
    await article.shows('until it is silent');

    await article.press('Arhivează');
    await article.shows('Arhivat');
    await olive.types('general', '/ithelp article 1');
    await olive.sees('I find no article 1', { in: 'general' });

    await article.press('Publică din nou');
    await journey.quiet();
    await olive.types('general', '/ithelp article 1');
    expect((await olive.modal('Article 1')).text()).toContain('until it is silent');
  });
});
