// The whole bot as a process of its own, that a test can kill: its settings come as JSON in BOT. Over HTTP it says its port.
import { createLog } from '../../../src/platform/log/log.js';
import { systemClock } from '../../../src/platform/time.js';
import { openTheOffice } from '../../../src/start.js';
import { startTracing } from '../../../src/tracing.js';
import { testKeys } from '../keys.js';

const { slack, database } = JSON.parse(process.env.BOT ?? '{}');
const stopTracing = await startTracing(process.env);
const office = await openTheOffice({
  config: { marksKey: 'a key for tests only' },
  slack,
  database,
  keys: testKeys,
  clock: systemClock,
  ...(slack.mode === 'http' && { port: 0 }),
  log: createLog(
    { logLevel: process.env.LOG_LEVEL ?? 'error', logFormat: 'json' },
    { write: (line) => void process.stderr.write(line) },
  ),
  limits: { leaseMs: 1500, pollMs: 200, lookUpAfterMs: 200, backoff: { firstMs: 100, longestMs: 500 } },
});
process.on(
  'SIGTERM',
  () =>
    void office
      .close()
      .then(stopTracing)
      .then(() => process.exit(0)),
);
console.log(office.slack.port === null ? 'ready' : `ready ${office.slack.port}`);
