import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// The front desk is Jay, its head, and Corina; Olive and Toma take the accounting's calls, with Rowan as their manager.
describe('a caller, over the wire', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.moveClock('2027-03-01T08:00:00Z');
    await staffDesk(journey, 'front-desk.calls', 'Calls', {
      'Channel for live calls': 'front-desk',
      'Front desk': ['corina', 'jay'],
      'Heads of the front desk': ['jay'],
    });
    const jay = await journey.person('jay');
    await jay.types('general', '/handoff rotation new');
    const form = await jay.modal('New rotation');
    await form.fill('Name', 'Accounting');
    await form.fill('Members, in turn', ['olive', 'toma']);
    await form.fill('Manager', 'rowan');
    expect(await form.submit()).toEqual({ closed: false });
    const shifts = await jay.modal('Shifts');
    await shifts.fill('Olive', 'mon-sun 0-23');
    await shifts.fill('Toma', 'lu-du 0-23');
    await shifts.submit();
    const who = await jay.modal('Who takes calls');
    expect(who.text()).toContain('Accounting');
    await who.close();
  }, 60_000);
  afterAll(() => journey.close());

  it('passes from a meeting to a colleague who asks, accepts and gives back, while one message tells of it', async () => {
    const [corina, olive, toma] = [
      await journey.person('corina'),
      await journey.person('olive'),
      await journey.person('toma'),
    ];
    await olive.types('general', '/status :spiral_calendar_pad: In a meeting');
    await journey.quiet();
    await corina.types('front-desk', '/handoff @olive client asks about invoice 4411, angry');
    const form = await corina.modal('Dă apelul mai departe');
    expect(form.filled('Despre ce este vorba?')).toBe('client asks about invoice 4411, angry');
    expect(form.text()).toContain('în ședință sau la telefon');
    await form.fill('Număr de telefon', '0722 123 456');
    await form.fill('Nume', 'Ana Client');
    expect(await form.submit()).toEqual({ closed: true });

    const offered = await olive.sees('invoice 4411', { in: 'app' });
    expect(offered.text()).toContain('Ana Client');
    expect(offered.text()).toContain('+40 722 123 456');
    const live = await corina.sees('invoice 4411', { in: 'app' });
    await live.shows('sună la');

    await journey.moveClock({ minutes: 1 });
    const passed = await toma.sees('invoice 4411', { in: 'app' });
    await passed.press('Întreb întâi…');
    const ask = await toma.modal('Întreabă întâi');
    await ask.fill('Întrebarea ta', 'A plătit deja?');
    await ask.submit();
    const question = await corina.sees('A plătit deja?', { in: 'app' });
    await question.press('Răspunde…');
    const answer = await corina.modal('Răspunde');
    await answer.fill('Răspunsul tău', 'Da, de două ori');
    await answer.submit();
    await passed.press('Accept');
    await live.shows('l-a preluat');
    await offered.shows('has it');
    await journey.quiet();

    await passed.press('Înapoiază…');
    const back = await toma.modal('Înapoiază apelul');
    await back.fill('Ce ai aflat', 'Vrea o factură nouă');
    await back.submit();
    await live.shows('apelul e la');
    expect(journey.logged()).not.toMatch(/Ana Client|722 ?123 ?456|4411|A plătit/);
  }, 60_000);

  it('reaches the manager at last, who promises to call back, is reminded, and it is done', async () => {
    const [jay, rowan] = [await journey.person('jay'), await journey.person('rowan')];
    await jay.types('front-desk', '/handoff accounting Mr Brook wants his money back, urgent, +44 20 7946 0000');
    const form = await jay.modal('Hand a caller on');
    expect(form.filled('Telephone number')).toBe('+44 20 7946 0000');
    await form.fill('Name', 'Mr Brook');
    await form.submit();
    for (let ring = 0; ring < 2; ring++) await journey.moveClock({ minutes: 1 });
    const offered = await rowan.sees('Mr Brook', { in: 'app' });
    expect(offered.text()).toContain('urgent');
    await offered.press('Call back later…');
    const later = await rowan.modal('Call back later');
    await later.fill('Call back when? In the caller’s words', 'in 2 hours');
    expect(await later.submit()).toEqual({ closed: false });
    await later.shows('Call back at');
    expect(await later.submit()).toEqual({ closed: true });
    const live = await jay.sees('Mr Brook', { in: 'app' });
    await live.shows('calls back');

    await journey.moveClock({ minutes: 115 });
    await rowan.sees('is to be called back', { in: 'app' });
    await offered.press('Done');
    await live.shows('done by');
    await jay.types('front-desk', '/handoff search brook');
    const log = await jay.modal('Calls');
    expect(log.text()).toContain('One call');
    await log.close();
  }, 60_000);
});
