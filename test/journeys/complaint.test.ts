import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// Harbour Street's HR is Wren, its head, and Ilinca; Rowan audits.
describe('complaints, over the wire', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-01T08:00:00Z');
    await staffDesk(journey, 'hr.complaints', 'HR: complaints', {
      Handlers: ['ilinca'],
      Heads: ['wren'],
      Auditors: ['rowan'],
    });
  }, 60_000);
  afterAll(() => journey.close());

  it('goes from an anonymous person to HR and back, in Romanian, and nobody learns who it was', async () => {
    const [toma, ilinca] = [await journey.person('toma'), await journey.person('ilinca')];
    await toma.types('general', '/complaint Șeful strigă la toți');
    const form = await toma.modal('Fă o sesizare');
    expect(form.text()).toContain('Cine va citi:');
    expect(form.filled('Ce s-a întâmplat?')).toBe('Șeful strigă la toți');
    await form.fill('Cum vrei să faci sesizarea?', 'Anonim');
    await form.fill('Despre ce este vorba?', 'Hărțuire');
    await form.fill('Împotriva cui?', ['ana']);
    await form.fill('Ce ai vrea să se întâmple?', 'O scuză <!channel>');
    expect(await form.submit()).toEqual({ closed: false });
    const received = await toma.modal('Primită');
    const [receipt = ''] = /\d{4}-\d{4}-\d{4}-\d{4}/.exec(received.text()) ?? [];
    expect(receipt).not.toBe('');
    await received.close();
    await ilinca.neverSees('sesizare', { in: 'app' });

    await journey.moveClock('2027-03-02T08:00:00Z');
    const news = await ilinca.sees('O sesizare are nevoie de cineva', { in: 'app' });
    await news.press('Deschide');
    const page = await ilinca.modal('Sesizare');
    expect(page.text()).toContain('cineva anonim');
    expect(page.text()).toContain('Șeful strigă la toți');
    await page.press('Confirmă…');
    const acknowledge = await ilinca.modal('Confirmă');
    await acknowledge.fill('Ce va citi cine a făcut sesizarea', 'Mulțumim. Când a fost?');
    expect(await acknowledge.submit()).toEqual({ closed: true });
    await page.shows('Confirmată');

    await toma.neverSees('HR', { in: 'app' });
    await toma.types('general', `/complaint receipt ${receipt}`);
    const own = await toma.modal('Sesizarea ta');
    expect(own.text()).toContain('Când a fost?');
    await own.fill('Scrie HR-ului', 'Luni dimineața');
    expect(await own.submit()).toEqual({ closed: false });
    await own.shows('Trimis');
    await own.close();
    await journey.moveClock('2027-03-03T08:00:00Z');
    await ilinca.sees('A venit un răspuns', { in: 'app' });
    await page.close();

    const { prisma } = journey.office.database;
    const { id: tomaId } = await prisma.person.findFirstOrThrow({ where: { name: { contains: 'Toma' } } });
    const about = await prisma.letter.findMany({ where: { about: { startsWith: 'hr.complaints' } } });
    expect(about.map(({ lane }) => lane)).not.toContain(tomaId);
    expect(journey.logged()).not.toMatch(/strigă|O scuză|Luni dimineața/);
    expect(journey.logged()).not.toContain(tomaId);
    expect(journey.logged()).not.toContain(receipt);
  }, 60_000);

  it('against the head of HR is nothing that she could find, in English', async () => {
    const [jay, ilinca, wren, rowan] = [
      await journey.person('jay'),
      await journey.person('ilinca'),
      await journey.person('wren'),
      await journey.person('rowan'),
    ];
    await jay.shortcut('Make a complaint');
    const form = await jay.modal('Make a complaint');
    await form.fill('How do you want to complain?', 'In confidence');
    await form.fill('What is it about?', 'Discrimination');
    await form.fill('Against whom?', ['wren']);
    await form.fill('What happened?', 'I was left out of the rota');
    await form.submit();
    const received = await jay.modal('Received');
    const [reference = ''] = /HR-[A-Z0-9]{6}/.exec(received.text()) ?? [];
    await received.close();

    const news = await ilinca.sees(reference, { in: 'app' });
    await wren.neverSees(reference, { in: 'app' });
    await wren.types('general', '/complaint cases');
    const list = await wren.modal('Complaints');
    expect(list.text()).not.toContain(reference);
    await list.close();
    expect(JSON.stringify(await wren.types('general', `/complaint ${reference}`))).not.toContain('rota');
    await wren.sees('There is no such case', { in: 'general' });
    expect(await (await wren.opensHome()).text()).not.toContain(reference);

    await news.press('Deschide');
    const page = await ilinca.modal('Sesizare');
    await page.press('Confirmă…');
    await (await ilinca.modal('Confirmă')).submit();
    await page.press('Închide…');
    const closing = await ilinca.modal('Închide cazul');
    await closing.fill('Rezultatul', 'Întemeiată');
    await closing.fill('Ce va citi cine a făcut sesizarea', 'The rota was changed. We are sorry.');
    await closing.submit();
    await page.shows('Închisă');
    const told = await jay.sees('There is something for you from HR', { in: 'app' });
    await told.press('Open');
    const own = await jay.modal('Your complaints');
    await own.press('Open');
    await (await jay.modal('Your complaint')).shows('The rota was changed');

    await rowan.types('general', `/complaint log ${reference}`);
    const log = await rowan.modal('Who did what');
    expect(log.text()).toContain('close');
    expect(log.text()).not.toMatch(/rota|Jay/);

    await journey.moveClock('2030-04-01T09:00:00Z');
    await journey.quiet();
    const row = await journey.office.database.prisma.complaint.findFirstOrThrow({ where: { reference } });
    expect(row).toMatchObject({ parties: '', content: '' });
  }, 90_000);
});
