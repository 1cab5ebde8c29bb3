// The bot, with its own rates as much faster as Slack's clock.

import { createLog } from '../src/platform/log/log.js';
import { defaultLimits, type Rate } from '../src/platform/outbox/limits.js';
import { systemClock } from '../src/platform/time.js';
import { openTheOffice } from '../src/start.js';
import { benchKeys } from './payroll-office.js';

const { slack, database, speed } = JSON.parse(process.env.BOT ?? '{}');
const faster = ({ perSecond, burst }: Rate): Rate => ({ perSecond: perSecond * speed, burst });
const { lane, workspace, files, leaseMs, fileLeaseMs, pollMs } = defaultLimits;
const office = await openTheOffice({
  ...{ config: { marksKey: 'measured' }, slack, database, keys: benchKeys, clock: systemClock },
  log: createLog({ logLevel: 'error', logFormat: 'json' }, { write: (line) => void process.stderr.write(line) }),
  limits: {
    ...{ lane: faster(lane), workspace: faster(workspace), files: faster(files) },
    ...{ leaseMs: leaseMs / speed, fileLeaseMs: fileLeaseMs / speed, pollMs: Math.max(50, pollMs / speed) },
  },
});
process.on('SIGTERM', () => void office.close().then(() => process.exit(0)));
console.log('ready');
