import { createServer } from 'node:net';
import bolt from '@slack/bolt';
import type { Sandbox } from '../../../../src/sandbox/start.js';

const started: { stop(): Promise<unknown> }[] = [];

/** A Bolt app, unchanged, that the sandbox delivers to over its Socket Mode. */
export async function overSocket(sandbox: Sandbox, prepare: (app: bolt.App) => void): Promise<bolt.App> {
  const clientOptions = { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } };
  const app = new bolt.App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions,
    deferInitialization: true,
    logLevel: bolt.LogLevel.ERROR,
  });
  return begin(app, prepare, () => app.start());
}

/** The same over signed HTTP. */
export async function overHttp(sandbox: Sandbox, prepare: (app: bolt.App) => void): Promise<bolt.App> {
  const app = new bolt.App({
    token: sandbox.botToken,
    signingSecret: sandbox.signingSecret,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    deferInitialization: true,
    logLevel: bolt.LogLevel.ERROR,
  });
  const port = await freePort();
  await begin(app, prepare, () => app.start(port));
  sandbox.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return app;
}

async function begin(
  app: bolt.App,
  prepare: (app: bolt.App) => void,
  start: () => Promise<unknown>,
): Promise<bolt.App> {
  prepare(app);
  await app.init();
  await start();
  started.push(app);
  return app;
}

export async function stopApps(): Promise<void> {
  for (const app of started.splice(0)) await app.stop();
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
