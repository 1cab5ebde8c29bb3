import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the program counts of itself, in Prometheus' own terms. No label says who, what or in which channel. */
export interface Metrics {
  /** A request of Slack's was acknowledged, after so many milliseconds. */
  acknowledged(kind: string, ms: number): void;
  /** A piece of work and its commit took so many milliseconds. */
  transacted(outcome: 'done' | 'failed', ms: number): void;
  /** Slack answered a call: `ok`, or its error code. */
  slackAnswered(method: string, outcome: string): void;
  /** Adds figures that are asked for when somebody looks. */
  whenLookedAt(registry: (registry: Registry) => void): void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** In seconds: Slack's patience ends at three. */
const ACKNOWLEDGED = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const TRANSACTED = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const acknowledged = new Histogram({
    ...{
      name: 'switchboard_acknowledgement_seconds',
      help: 'How long Slack waited until its request was acknowledged.',
    },
    ...{ labelNames: ['kind'] as const, buckets: ACKNOWLEDGED, registers },
  });
  const transacted = new Histogram({
    ...{
      name: 'switchboard_transaction_seconds',
      help: 'How long pieces of work took in the database, with their commit.',
    },
    ...{ labelNames: ['outcome'] as const, buckets: TRANSACTED, registers },
  });
  const answered = new Counter({
    ...{ name: 'switchboard_slack_calls_total', help: 'Calls of Slack’s Web API, by method and by ok or error code.' },
    ...{ labelNames: ['method', 'outcome'] as const, registers },
  });
  return {
    acknowledged: (kind, ms) => acknowledged.observe({ kind }, ms / 1000),
    transacted: (outcome, ms) => transacted.observe({ outcome }, ms / 1000),
    slackAnswered: (method, outcome) => answered.inc({ method, outcome }),
    whenLookedAt: (add) => add(registry),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
