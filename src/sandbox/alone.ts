import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from './package-folder.js';
import { startSandbox } from './start.js';

// `npm run sandbox`: the workspace by itself, as the Slack of bots in other processes. It listens at HOST and PORT (127.0.0.1,
// 3000), keeps itself in DATA_FOLDER/sandbox, and lays the tokens into TOKENS_FOLDER (DATA_FOLDER/tokens), one in each file.

const { PORT = '3000', HOST = '127.0.0.1', DATA_FOLDER = '.data' } = process.env;
const tokens = process.env.TOKENS_FOLDER || path.join(DATA_FOLDER, 'tokens');

const sandbox = await startSandbox({
  ...{ port: Number(PORT), host: HOST, folder: path.join(DATA_FOLDER, 'sandbox'), delivery: 'socket', company: 'demo' },
  manifestPath: path.join(packageFolder, 'manifest.yml'),
});
await mkdir(tokens, { recursive: true });
for (const [name, token] of Object.entries({ 'bot-token': sandbox.botToken, 'app-token': sandbox.appToken })) {
  await writeFile(path.join(tokens, name), token, { mode: 0o644 });
}
console.log(
  `The workspace is open at ${sandbox.url}. Bots reach it with SLACK_API_URL=${sandbox.apiUrl} and the tokens in ${tokens}.`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void sandbox.close().then(() => process.exit(0)));
}

/** The opening scene waits for a bot, however long that takes. */
const waiting = setInterval(() => {
  if (sandbox.connections() === 0) return;
  clearInterval(waiting);
  void sandbox.openDay();
}, 500);
