import type { Calls, Outcome } from '../../../src/sandbox/protocol.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.js';

/** The local Slack, with a small company and nothing kept on disk. */
export const openSandbox = (delivery: 'socket' | 'http' = 'socket'): Promise<Sandbox> =>
  startSandbox({ port: 0, folder: null, manifestPath: 'manifest.yml', delivery, company: 'bare', limits: false });

/** Does what a person does at the page. */
export async function act<Name extends keyof Calls>(
  { url }: Sandbox,
  as: string,
  name: Name,
  request: Calls[Name][0],
): Promise<Calls[Name][1]> {
  const response = await fetch(`${url}/_page/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, as }),
  });
  const outcome = (await response.json()) as Outcome<Calls[Name][1]>;
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error}`);
  return outcome;
}
