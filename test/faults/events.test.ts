import { createHmac, randomUUID } from 'node:crypto';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';
import { chance, tell, times } from './figures.js';

const DELIVERIES = times(200, 10_000);
/** How often Slack delivers one event, on average; it repeats itself when it hears no answer in time. */
const COPIES = 4;
const AT_ONCE = 8;

/** Slack's events come over HTTP as signed requests, several times each and in any order. */
describe('events that come twice, late, and in another order', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney({ delivery: 'http' });
    await setUpHelpDesk(journey);
  });
  afterAll(() => journey.close());

  async function deliver(event: object, eventId: string, retry: number): Promise<number> {
    const body = JSON.stringify({
      ...{ type: 'event_callback', event_id: eventId, team_id: 'T0SANDBOX00', api_app_id: 'A0SANDBOX00', event },
      ...{ event_time: Math.floor(Date.now() / 1000), authorizations: [] },
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', journey.sandbox.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const answer = await fetch(`http://127.0.0.1:${journey.office.slack.port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...{ 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` },
        ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      },
      body,
    });
    return answer.status;
  }

  it(
    `are each worked once: ${DELIVERIES} deliveries`,
    async () => {
      const jay = await journey.person('jay');
      await jay.types('general', '/ithelp the lift hums');
      await (await jay.modal('Ask IT for help')).submit();
      await journey.quiet();
      const { prisma } = journey.office.database;
      const card = await prisma.letter.findFirstOrThrow({ where: { once: { contains: '/card/' }, state: 'sent' } });

      const random = chance(3);
      const distinct = Math.round(DELIVERIES / COPIES);
      const base = Math.floor(Date.now() / 1000);
      const events = Array.from({ length: distinct }, (_, number) => ({
        id: `Ev${randomUUID()}`,
        event: {
          ...{ type: 'message', channel: card.channel, channel_type: 'im', user: card.lane },
          ...{ text: `reply ${number}`, ts: `${base}.${String(number + 1).padStart(6, '0')}`, thread_ts: card.ts },
        },
      }));
      const deliveries = Array.from({ length: DELIVERIES }, (_, index) => ({
        ...events[index % distinct],
        retry: index,
      }))
        .map((one) => ({ one, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      let next = 0;
      const statuses = new Map<number, number>();
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let mine = next++; mine < deliveries.length; mine = next++) {
            const { id = '', event = {}, retry = 0 } = deliveries[mine] ?? {};
            const status = await deliver(event, id, retry < distinct ? 0 : 1);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
          }
        }),
      );
      const told = () => prisma.ticketEvent.groupBy({ by: ['text'], where: { kind: 'told' }, _count: { _all: true } });
      // As long as it goes on: events are acknowledged at once, and worked in turn.
      for (let [before, idle] = [0, 0]; before < distinct && idle < 20; ) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const now = (await told()).length;
        [before, idle] = [now, now > before ? 0 : idle + 1];
      }
      await journey.quiet();
      const rows = await told();
      const doubled = rows.filter(({ _count }) => _count._all > 1).length;
      const passedOn = await prisma.letter.groupBy({
        ...{ by: ['once'], where: { once: { contains: '/said/', endsWith: '/triage' } }, _count: { _all: true } },
      });
      tell('events delivered twice or more, in any order', DELIVERIES, {
        'worked once': rows.length - doubled,
        lost: distinct - rows.length,
        doubled,
      });
      expect([...statuses.keys()]).toEqual([200]);
      expect({ told: rows.length, doubled, passedOn: passedOn.length }).toEqual({
        ...{ told: distinct, doubled: 0, passedOn: distinct },
      });
    },
    times(120_000, 1_800_000),
  );
});
