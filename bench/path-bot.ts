// The bot with one form more, whose work is what the forms of all desks have in common: a permission, a transaction with a
// record in the audit and a letter in the outbox, and the acknowledgement after its commit.
import { desks } from '../src/departments/index.js';
import { readConfig } from '../src/platform/config/config.js';
import type { Desk } from '../src/platform/doors/doors.js';
import { keysFrom } from '../src/platform/encryption/key-file.js';
import { createLog } from '../src/platform/log/log.js';
import type { Asked, Office, Transaction } from '../src/platform/office.js';
import { isAllowed, type Permissions } from '../src/platform/permissions.js';
import { systemClock } from '../src/platform/time.js';
import { defineWords } from '../src/platform/words/define.js';
import { openTheOffice } from '../src/start.js';
import { pathForm } from './requests.js';

const permissions: Permissions<'ask', 'colleague' | 'staff'> = { ask: ['colleague', 'staff'] };

interface Request {
  by: string;
  key: string;
}

async function takeAll({ staff, audit, outbox }: Transaction, asked: readonly Asked<Request>[]): Promise<Request[]> {
  const members = new Set((await staff.of('it.help-desk')).map(({ personId }) => personId));
  const take = async ({ by, key }: Request) => {
    if (!isAllowed(permissions, 'ask', new Set([members.has(by) ? 'staff' : 'colleague']))) throw new Error('refused');
    await audit.record({ actor: by, action: 'bench.path.ask', object: `bench.path/${key}` });
    await outbox.post({ to: 'C0BENCH', text: 'A colleague asked for something.', once: `bench.path/${key}` });
  };
  for (const { item, forThem } of asked) await forThem(() => take(item));
  return asked.map(({ item }) => item);
}

function pathDesk(office: Office): Desk {
  const take = office.together(takeAll);
  return {
    ...{ name: 'bench.path', words: defineWords('bench.path', { en: {}, ro: {} }), title: '', about: '' },
    forms: {
      [pathForm]: async ({ person, key }) => {
        await take({ by: person.id, key }, { incoming: key });
        return undefined;
      },
    },
  };
}

const config = readConfig(process.env);
const { slack, database, keys, port } = config;
if (slack.mode === 'sandbox') throw new Error('this bot serves a Slack that is there');
const bot = await openTheOffice({
  ...{ config, slack, database, keys: keysFrom(keys), port, clock: systemClock, log: createLog(config) },
  desks: (office) => [...desks(office), pathDesk(office)],
});
process.on('SIGTERM', () => void bot.close().then(() => process.exit(0)));
console.log('ready');
