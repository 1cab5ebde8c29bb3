import { createMetrics } from '../../../src/platform/metrics/metrics.js';
import { queueGauges } from '../../../src/platform/metrics/queues.js';
import { Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';

describe('the figures of what waits', () => {
  let database: TestDatabase;
  const now = Temporal.Instant.from('2026-11-26T10:00:00Z');
  const ago = (seconds: number) => new Date(now.epochMilliseconds - seconds * 1000);

  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(() => database.empty());
  afterAll(() => database.close());

  const text = () => {
    const metrics = createMetrics();
    metrics.whenLookedAt(queueGauges(database.prisma, { now: () => now }));
    return metrics.text();
  };

  it('are zero in an office that has nothing to say', async () => {
    const figures = await text();
    expect(figures).toContain('switchboard_letters{state="pending"} 0');
    expect(figures).toContain('switchboard_letter_age_seconds 0');
  });

  it('count letters by state, and tell how long the oldest waits that could be said', async () => {
    const letter = (once: string, more: object) => ({
      once,
      kind: 'post',
      lane: 'C1',
      payload: {},
      createdAt: ago(5),
      ...more,
    });
    await database.prisma.letter.createMany({
      data: [
        letter('a', { createdAt: ago(90) }),
        letter('b', { createdAt: ago(9000), notBefore: ago(-60) }),
        letter('c', { state: 'dead' }),
        letter('d', { state: 'ambiguous' }),
        letter('e', { state: 'sent', createdAt: ago(100_000) }),
      ] as never,
    });
    const figures = await text();
    for (const line of [
      ...['switchboard_letters{state="pending"} 2', 'switchboard_letters{state="dead"} 1'],
      ...['switchboard_letters{state="ambiguous"} 1', 'switchboard_letter_age_seconds 90'],
    ]) {
      expect(figures).toContain(line);
    }
  });

  it('tell how late each job ran last, and what failed in the last day', async () => {
    const run = (job: string, dueAt: Date, lateSeconds: number, outcome: string) => ({
      ...{ job, dueAt, outcome, ranAt: new Date(dueAt.getTime() + lateSeconds * 1000) },
    });
    await database.prisma.occurrence.createMany({
      data: [
        run('digest', ago(7200), 400, 'failed: TypeError'),
        run('digest', ago(3600), 7, 'done'),
        run('report', ago(200_000), 99, 'failed: TypeError'),
      ],
    });
    const figures = await text();
    expect(figures).toContain('switchboard_occurrence_late_seconds{job="digest"} 7');
    expect(figures).toContain('switchboard_occurrences_missed{job="digest",outcome="failed"} 1');
    expect(figures).not.toContain('job="report"');
  });
});
