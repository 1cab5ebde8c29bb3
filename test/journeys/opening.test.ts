import { type Journey, openJourney } from '../support/journey.js';

describe('the first screen of the sandbox', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.sandbox.openDay();
    await journey.quiet();
  });
  afterAll(() => journey.close());

  it('shows an office at work: tickets that are new, taken, asked about and resolved', async () => {
    const robin = await journey.person('robin');
    const cards = (await robin.reads('it-triage')).map((card) => card.text());
    const states = ['🆕 New', '🔧 In progress', '💬 Waiting for an answer', '✅ Resolved'];
    for (const state of states) expect(cards.filter((card) => card.includes(state))).not.toEqual([]);
  });

  it('comes about without a call or a delivery that failed', async () => {
    const hazel = await journey.person('hazel');
    const { entries } = await hazel.wire.need('traffic', {});
    expect(entries.filter((entry) => !entry.ok)).toEqual([]);
  });

  it('is played once', async () => {
    const before = await journey.office.database.prisma.ticket.count();
    await journey.sandbox.openDay();
    expect(await journey.office.database.prisma.ticket.count()).toBe(before);
  });
});
