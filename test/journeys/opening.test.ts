import { setTimeout as pause } from 'node:timers/promises';
import { type Journey, openJourney } from '../support/journey.js';

describe('the first screen of the sandbox', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney({ readsPress: true });
    journey.sandbox.onReset(journey.office.startAfresh);
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

  const embedded = process.env.TEST_DATABASE_URL ? it.skip : it;
  embedded(
    'begins again after a reset, in the office as in the workspace',
    async () => {
      const hazel = await journey.person('hazel');
      const { ticket: tickets, setting: settings } = journey.office.database.prisma;
      const before = await tickets.count();
      // By this it is seen that everything was forgotten, however soon afterwards it begins again.
      const trace = { key: 'before the reset', value: {}, updatedBy: 'U1', updatedAt: new Date() };
      await settings.create({ data: trace });
      await hazel.wire.need('reset', {});
      const isForgotten = async () => (await settings.count({ where: { key: trace.key } })) === 0;
      const isPlayed = async () =>
        (await tickets.count()) === before && (await tickets.count({ where: { state: 'resolved' } })) > 0;
      for (let waited = 0; waited < 200 && !(await isForgotten()); waited++) await pause(50);
      for (let waited = 0; waited < 400 && !(await isPlayed()); waited++) await pause(50);
      expect(await tickets.count()).toBe(before);
      await journey.quiet();
      const robin = await journey.person('robin');
      const cards = (await robin.reads('it-triage')).filter((card) => /^#\d+ \(/.test(card.message().text));
      expect(cards).toHaveLength(before);
    },
    60_000,
  );
});

describe('the first screen on a machine that is too slow for what Slack grants', () => {
  it('is played all the same: nobody sits before it', async () => {
    const journey = await openJourney({ readsPress: true, patienceMs: 1, triggerLifetimeMs: 1 });
    await journey.sandbox.openDay();
    const hazel = await journey.person('hazel');
    const { entries } = await hazel.wire.need('traffic', {});
    expect(entries.filter(({ name, ok }) => name.startsWith('opening scene') && !ok)).toEqual([]);
    expect(await hazel.types('general', '/ithelp the scales show nothing')).toEqual({
      ok: false,
      error: 'operation_timeout',
    });
    await journey.close();
  });
});
