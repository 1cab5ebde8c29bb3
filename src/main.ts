import path from 'node:path';
import { type Config, ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { DatabaseProblem } from './platform/database/problem.js';
import { KeyFileProblem, keysFrom } from './platform/encryption/key-file.js';
import { codeOf } from './platform/errors/caught.js';
import { createLog } from './platform/log/log.js';
import { packageFolder } from './platform/package-folder.js';
import { type Clock, systemClock, Temporal } from './platform/time.js';
import type { Sandbox } from './sandbox/start.js';
import { NoSlack, type SlackSettings } from './slack/reach.js';
import { type OpenOffice, openTheOffice } from './start.js';
import { type StopTracing, startTracing } from './tracing.js';

/** How long a stop may take before the process ends all the same. */
const STOP_MS = 30_000;

async function begin(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  const stopTracing = await startTracing(process.env);
  const log = createLog(config);
  const sandbox = config.slack.mode === 'sandbox' ? await openSandbox(config, config.slack.delivery) : null;
  const office = await openTheOffice({
    config: sandbox ? withPress(config, sandbox.url) : config,
    slack: settingsFor(config, sandbox),
    database: config.database,
    keys: keysFrom(config.keys),
    clock: sandbox ? clockOf(sandbox) : systemClock,
    log,
    ...portFor(config),
  });
  if (sandbox && office.slack.port !== null) sandbox.deliverTo(`http://127.0.0.1:${office.slack.port}/slack/events`);
  stopOnSignal(office, sandbox, stopTracing);
  sandbox?.onReset(office.startAfresh);
  console.log(greeting(config, office, sandbox));
  await sandbox?.openDay();
}

/** Without tokens, Slack is played on this machine. */
async function openSandbox(config: Config, delivery: 'socket' | 'http'): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox/start.js');
  return startSandbox({
    port: config.port,
    folder: path.join(config.dataFolder, 'sandbox'),
    manifestPath: path.join(packageFolder, 'manifest.yml'),
    delivery,
    company: 'demo',
  });
}

/** On a machine without the web there is still something to read: the sandbox prints papers of its own. */
function withPress(config: Config, url: string): Config {
  const webAllowed = [...config.webAllowed, new URL(url).host];
  return { ...config, webAllowed, ratesUrl: config.ratesUrl ?? `${url}/press/rates.xml` };
}

function settingsFor({ slack }: Config, sandbox: Sandbox | null): SlackSettings {
  if (slack.mode !== 'sandbox') return slack;
  if (!sandbox) throw new Error('the sandbox is not open');
  const { botToken, appToken, signingSecret, apiUrl } = sandbox;
  return slack.delivery === 'socket'
    ? { mode: 'socket', botToken, appToken, apiUrl }
    : { mode: 'http', botToken, signingSecret, apiUrl };
}

/**
 * In the sandbox `PORT` is the page's; the bot listens only where a telephone system calls it, and for deliveries over HTTP
 * wherever nothing else does.
 */
function portFor({ slack, port, telephone }: Config): { port?: number } {
  if (slack.mode !== 'sandbox') return { port };
  const [called] = telephone ? [Number(new URL(telephone.url).port)] : [];
  if (called) return { port: called };
  return slack.delivery === 'http' ? { port: 0 } : {};
}

/** In the sandbox the office lives by the sandbox's clock, which can be moved. */
const clockOf = ({ clock }: Sandbox): Clock => ({
  now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()),
  onMove: clock.onMove,
});

function stopOnSignal(office: OpenOffice, sandbox: Sandbox | null, stopTracing: StopTracing): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    const stops = [await settled(office.close()), await settled(sandbox?.close()), await settled(stopTracing())];
    process.exit(stops.every((ended) => ended) ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

/** Whether it ended well; what went wrong is said, and keeps nothing else from being closed. */
async function settled(closing: Promise<void> | undefined): Promise<boolean> {
  try {
    await closing;
    return true;
  } catch (error) {
    console.error(sentenceFor(error));
    return false;
  }
}

function greeting({ slack, database, telephone }: Config, office: OpenOffice, sandbox: Sandbox | null): string {
  const kept = database.kind === 'postgres' ? 'PostgreSQL' : `the embedded database in ${database.folder}`;
  const where = sandbox
    ? `open ${sandbox.url} and be anyone of the demo company`
    : slack.mode === 'http'
      ? `listening on port ${office.slack.port} at /slack/events`
      : 'connected to Slack by Socket Mode';
  const calls = telephone ? ` The telephone system calls ${telephone.url}.` : '';
  return `Switchboard is ready: ${where}. Cases are kept in ${kept}.${calls}`;
}

/** What a person can mend is said in a sentence; everything else keeps its stack. */
function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return error.sentences.join('\n');
  if (!(error instanceof Error)) return String(error);
  if (codeOf(error) === 'EADDRINUSE') {
    return 'The port is taken by another program. Choose another with PORT, or stop that program.';
  }
  // The sandbox's own class isn't at hand: it is loaded only where it is used.
  const isSayable = [NoSlack, DatabaseProblem, KeyFileProblem].some((kind) => error instanceof kind);
  return isSayable || error.name === 'SandboxProblem' ? error.message : (error.stack ?? error.message);
}

await begin().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exit(1);
});
