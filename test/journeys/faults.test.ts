import type { AtThePage } from '../../src/sandbox/driver/index.js';
import type { Fault } from '../../src/sandbox/start.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('Slack has a bad day', () => {
  let journey: Journey;
  let jay: AtThePage;
  let robin: AtThePage;

  beforeAll(async () => {
    journey = await openJourney({
      outbox: {
        lane: { perSecond: 200, burst: 200 },
        workspace: { perSecond: 500, burst: 500 },
        backoff: { firstMs: 50, longestMs: 200 },
        lookUpAfterMs: 50,
        pollMs: 100,
      },
    });
    await setUpHelpDesk(journey);
    [jay, robin] = [await journey.person('jay'), await journey.person('robin')];
  });
  afterAll(() => journey.close());

  const faults: [string, Fault['kind']][] = [
    ['asks for patience', { answer: 429, retryAfter: 1 }],
    ['answers with an error of its own', { answer: 500 }],
    ['is not available', { answer: 503 }],
    ['breaks the connection', { answer: 'reset' }],
    ['does as told, but its answer is lost', { answer: 'lost' }],
    ['does as told, and says that it failed', { answer: 'done-but-500' }],
    ['answers with half a sentence', { answer: 'malformed' }],
  ];

  it.each(faults)('when it %s, the receipt and the card come, once each', async (name, kind) => {
    const text = `the till, while Slack ${name}`;
    await jay.types('general', `/ithelp ${text}`);
    const form = await jay.modal('Ask IT for help');
    journey.sandbox.faults.next({ method: 'chat.postMessage', times: 2, kind });
    expect(await form.submit()).toEqual({ closed: true });

    await jay.sees(text, { in: 'app', within: 15_000 });
    await robin.sees(text, { in: 'it-triage', within: 15_000 });
    await journey.quiet();
    for (const [person, place] of [
      [jay, 'app'],
      [robin, 'it-triage'],
    ] as const) {
      const seen = (await person.reads(place)).filter((message) => message.text().includes(text));
      expect(seen).toHaveLength(1);
    }
  });

  it('when the form cannot be opened, the person is told and can try again', async () => {
    journey.sandbox.faults.next({ method: 'views.open', kind: { answer: 500 } });
    await jay.types('general', '/ithelp the lift hums');
    const told = await jay.sees(/went wrong|longer than Slack allows|Try again/i, { in: 'general' });
    expect(told.message().is_ephemeral).toBe(true);
  });

  it('when the sockets drop, the next command is answered all the same', async () => {
    journey.sandbox.disconnectSockets('drop');
    const deadline = Date.now() + 10_000;
    for (;;) {
      const outcome = await jay.types('general', '/ithelp mine');
      if (outcome.ok) break;
      if (Date.now() > deadline) throw new Error('the bot did not come back');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await jay.sees('What you asked for', { in: 'general' });
  });
});
