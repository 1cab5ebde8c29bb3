import type { Calls, Outcome } from '../../../../src/sandbox/protocol.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/start.js';

const open: Sandbox[] = [];

/** A small workspace in memory, with the manifest of these tests. It closes after the test. */
export async function aSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    port: 0,
    folder: null,
    manifestPath: 'test/sandbox/server/support/manifest.yml',
    delivery: 'socket',
    company: 'bare',
    ...options,
  });
  open.push(sandbox);
  return sandbox;
}

export async function closeSandboxes(): Promise<void> {
  for (const sandbox of open.splice(0)) await sandbox.close();
}

/** Ids of the small company. */
export const hazel = 'U0HAZEL0000';
export const robin = 'U0ROBIN0000';
export const ana = 'U0ANA000000';
export const jay = 'U0JAY000000';
export const bot = 'U0BOTTESTAP';
export const general = 'C0GENERAL00';
export const triage = 'C0ITTRIAGE0';

export type Answer = Record<string, unknown> & { ok: boolean; error?: string };

/** Calls the Web API with the bot's token. */
export async function call(
  sandbox: Sandbox,
  method: string,
  args: object = {},
  token = sandbox.botToken,
): Promise<Answer> {
  const reply = await fetch(sandbox.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(args),
  });
  return (await reply.json()) as Answer;
}

/** Does at the page what a person does. */
export async function does<Name extends keyof Calls>(
  sandbox: Sandbox,
  as: string,
  name: Name,
  request: Calls[Name][0],
): Promise<Outcome<Calls[Name][1]>> {
  const reply = await fetch(`${sandbox.url}/_page/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, ...request }),
  });
  return (await reply.json()) as Outcome<Calls[Name][1]>;
}

/** Waits until something is so. */
export async function until<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  within = 4000,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error('It did not come to be in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
