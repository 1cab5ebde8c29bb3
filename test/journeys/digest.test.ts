import { readEuroRates } from '../../src/departments/research/digest/rules/ecb.js';
import { type Journey, openJourney, staffDesk } from '../support/journey.js';

// Linden edits the digest; Toma reads it in Romanian. The papers are the sandbox's own.
describe('the digest, over the wire', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney({ readsPress: true });
    await journey.moveClock('2027-03-01T06:00:00Z');
    await staffDesk(journey, 'research.digest', 'Digest', { 'Digest channel': 'market-digest', Editors: ['linden'] });
  }, 60_000);
  afterAll(() => journey.close());

  it('comes by the clock to its channel, once, with each story once and what moved', async () => {
    const linden = await journey.person('linden');
    for (const paper of ['market', 'wire', 'tax']) {
      await linden.types('general', `/digest add ${journey.sandbox.url}/press/${paper}.xml`);
      const form = await linden.modal('Add a source');
      await form.fill('Topic', paper === 'tax' ? 'Tax' : 'Market');
      expect(await form.submit()).toEqual({ closed: false });
      const there = await linden.modal('What is there');
      expect(there.text()).toContain('5 entries');
      await there.close();
    }
    await journey.moveClock({ minutes: 1 });
    await journey.moveClock('2027-03-01T08:31:00Z');
    const digest = await linden.sees('Digest – Monday 1 March', { in: 'market-digest' });
    expect(digest.text()).toContain('Harbour freight rates fall for a third week');
    expect(digest.text()).not.toContain('Freight rates at the harbour');
    expect(digest.text()).toContain('Quay Street Ledger and one more');
    expect(digest.text()).toContain('EUR/USD');
    await journey.moveClock({ minutes: 10 });
    const said = (await linden.reads('market-digest')).filter((message) => message.text().includes('Digest – '));
    expect(said).toHaveLength(1);
    await digest.press('Read one by one');
    const list = await linden.modal('The day’s digest');
    expect(list.text()).toContain('packaging tax');
    await list.close();
  }, 60_000);

  it('comes to whoever follows a topic, in their language and at their hour', async () => {
    const toma = await journey.person('toma');
    await toma.types('general', '/digest urmareste taxe');
    const form = await toma.modal('Subiecte prin mesaj');
    await form.fill('La ora', '07:30');
    await form.submit();
    await toma.types('general', '/digest atentie repairs');
    const watch = await toma.modal('De neratat');
    await watch.submit();
    await watch.close();
    await journey.moveClock('2027-03-02T05:10:00Z');
    await journey.moveClock('2027-03-02T05:31:00Z');
    const digest = await toma.sees('Revista presei – marți', { in: 'app' });
    expect(digest.text()).toContain('quarterly tax return');
    expect(digest.text()).not.toContain('Coffee');
    await journey.moveClock('2027-03-04T05:10:00Z');
    await toma.sees('repairs', { in: 'app' });
  }, 60_000);

  it('has rates in the shape of the bank’s own file, with no weekend in it', async () => {
    const response = await fetch(`${journey.sandbox.url}/press/rates.xml`);
    const days = readEuroRates(await response.text());
    expect(days.length).toBeGreaterThan(10);
    expect(days.every(({ day }) => day.dayOfWeek <= 5)).toBe(true);
    expect(days[0]?.rates.get('USD')).toBeGreaterThan(1);
  });
});
