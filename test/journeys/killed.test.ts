import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFolder } from '../../src/platform/package-folder.js';
import type { AtThePage } from '../../src/sandbox/driver/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { testTarget } from '../support/database.js';
import { type RunningProcess, startProcess } from '../support/process.js';

/** Ends the bot as a power cut would, at the moment that hurts, and starts it again on the same database. */
describe('the bot is killed between its decision and the message that tells of it', () => {
  let sandbox: Sandbox;
  let bot: RunningProcess;
  let jay: AtThePage;
  let drop: () => Promise<void>;
  let settings: string;

  beforeAll(async () => {
    sandbox = await startSandbox({
      port: 0,
      folder: null,
      manifestPath: path.join(packageFolder, 'manifest.yml'),
      delivery: 'socket',
      company: 'demo',
      limits: false,
      retryTimeScale: 0.01,
    });
    const { target, drop: dropTarget } = await testTarget();
    drop = dropTarget;
    const { botToken, appToken, apiUrl } = sandbox;
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-killed-')), 'pglite');
    settings = JSON.stringify({
      slack: { mode: 'socket', botToken, appToken, apiUrl },
      database: target.kind === 'postgres' ? target : { kind: 'pglite', folder },
    });
    bot = await startBot();
    jay = await sandbox.person('jay');
  }, 60_000);
  afterAll(async () => {
    jay.leaves();
    await bot.kill();
    await sandbox.close();
    await drop();
  });

  async function startBot(): Promise<RunningProcess> {
    const started = startProcess('bot', [], { BOT: settings });
    expect(await started.line()).toBe('ready');
    return started;
  }

  /** Asks for help while Slack misbehaves as told, kills the bot once the form is taken, and starts it again. */
  async function askAndKill(text: string, answer: 'hang' | 'lost'): Promise<string[]> {
    await jay.types('general', `/ithelp ${text}`);
    const form = await jay.modal('Ask IT for help');
    sandbox.faults.next({ method: 'chat.postMessage', times: 50, kind: { answer } });
    expect(await form.submit()).toEqual({ closed: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await bot.kill();
    sandbox.faults.clear();
    bot = await startBot();
    await jay.sees(text, { in: 'app', within: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const read = await jay.reads('app');
    return read.map((message) => message.text()).filter((shown) => shown.includes(text));
  }

  it('and says it after the restart, once, when Slack had never heard of it', async () => {
    expect(await askAndKill('the shelf light flickers', 'hang')).toHaveLength(1);
  }, 60_000);

  it('and does not say it again when Slack had heard it, though the answer was lost', async () => {
    expect(await askAndKill('the freezer alarm is silent', 'lost')).toHaveLength(1);
  }, 60_000);
});
