// The least of Slack that a bot needs to be measured: it says yes to everything, in its own process, so that what is
// measured is the bot. Prints its address; keeps the last view it was asked to open, for the load to fill in.
import { createServer } from 'node:http';
import { PEOPLE, personId } from './requests.js';

let opened: unknown = null;
let serial = 1_000_000_000;

const person = (id: string) => ({
  id,
  team_id: 'T0BENCH',
  name: 'bench',
  real_name: 'Bench Person',
  deleted: false,
  is_bot: false,
  is_admin: id === personId(0),
  tz: 'Europe/London',
  locale: 'en-GB',
  updated: 0,
  profile: { display_name: 'Bench', real_name: 'Bench Person', title: '', status_text: '', status_emoji: '' },
});

const everyone = Array.from({ length: PEOPLE }, (_, index) => personId(index));
const channel = { id: 'C0BENCH', name: 'it-triage', is_channel: true, is_member: true, is_archived: false };

type Arguments = Record<string, string>;

const answers: Record<string, (args: Arguments) => object> = {
  'auth.test': () => ({ team_id: 'T0BENCH', team: 'Bench', user_id: 'U0BOT', user: 'switchboard', bot_id: 'B0BOT' }),
  'users.info': ({ user = 'U0' }) => ({ user: person(user) }),
  'users.profile.get': ({ user = 'U0' }) => ({ profile: person(user).profile }),
  'team.profile.get': () => ({ profile: { fields: [], sections: [] } }),
  'users.getPresence': () => ({ presence: 'active', online: true }),
  'dnd.teamInfo': () => ({ users: {} }),
  'users.list': () => ({ members: everyone.map(person), response_metadata: { next_cursor: '' } }),
  'conversations.info': () => ({ channel }),
  'conversations.list': () => ({ channels: [channel], response_metadata: { next_cursor: '' } }),
  'conversations.open': () => ({ channel: { id: 'D0BENCH' } }),
  'conversations.history': () => ({ messages: [], has_more: false }),
  'chat.postMessage': (args) => ({ channel: args.channel?.startsWith('U') ? 'D0BENCH' : args.channel, ts: stamp() }),
  'chat.update': (args) => ({ channel: args.channel, ts: args.ts }),
  'views.open': (args) => {
    opened = { id: `V${serial++}`, hash: String(serial), ...JSON.parse(args.view ?? '{}') };
    return { view: opened };
  },
};

const stamp = () => `${serial++}.000100`;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const method = request.url?.replace(/^\/api\//, '').split('?')[0] ?? '';
    response.setHeader('content-type', 'application/json');
    if (method === '/opened') return response.end(JSON.stringify(opened));
    const args = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    return response.end(JSON.stringify({ ok: true, ...answers[method]?.(args) }));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`ready http://127.0.0.1:${address.port}`);
});
