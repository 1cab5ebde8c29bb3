// The sandbox's Slack with so many people, whose rates hold by a clock that runs faster. It counts what it refuses, and tells
// on another port how often each person was shown a file.
import { createServer } from 'node:http';
import path from 'node:path';
import { keepRates } from '../src/sandbox/server/api/rates.js';
import { assemble } from '../src/sandbox/server/parts.js';
import { listen, openServer } from '../src/sandbox/server/server.js';
import { freePort } from './processes.js';

const people = Number(process.env.PEOPLE);
const speed = Number(process.env.SPEED);
const root = path.resolve(import.meta.dirname, '..');

let address = '';
const refused: Record<string, number> = {};
const options = {
  ...{ port: await freePort(), folder: null, manifestPath: path.join(root, 'manifest.yml') },
  ...{ delivery: 'socket' as const, company: 'bare' as const },
};
const rates = keepRates(() => performance.now() * speed);
const counting: typeof rates = {
  wait(method, given) {
    const seconds = rates.wait(method, given);
    if (seconds > 0) refused[method.name] = (refused[method.name] ?? 0) + 1;
    return seconds;
  },
};
const parts = { ...assemble(options, () => address), rates: counting };
const { state } = parts.world;
const [model] = Object.values(state.people).filter(({ isBot }) => !isBot);
if (!model) throw new Error('the company is empty');
for (let number = 1; number <= people; number++) {
  const id = `U1P${number}`;
  state.people[id] = { ...model, id, name: `p${number}`, realName: `Person ${number}`, isAdmin: false, isOwner: false };
}
const server = await openServer(parts, path.join(root, 'dist/sandbox/page'), () => undefined);
address = await listen(server, options);

const report = createServer((_request, response) => {
  const shown: Record<string, number> = {};
  for (const [channel, messages] of Object.entries(state.messages)) {
    const reader = state.channels[channel]?.members.find((member) => member !== state.app.botUserId) ?? channel;
    shown[reader] = messages.reduce((sum, { files = [] }) => sum + files.length, 0);
  }
  response.end(JSON.stringify({ shown, refused }));
});
report.listen(0, '127.0.0.1', () => {
  const at = report.address();
  const port = at && typeof at === 'object' ? at.port : 0;
  const { botToken, appToken } = state.app;
  console.log(
    `ready ${JSON.stringify({ apiUrl: `${address}/api/`, botToken, appToken, report: `http://127.0.0.1:${port}` })}`,
  );
});
process.on('SIGTERM', () => process.exit(0));
