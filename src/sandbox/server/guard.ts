import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whether a request may come in. Pages of other sites must not drive the sandbox from a person's browser: their
 * `Origin` is another, and a name that was pointed at this machine is not one of ours.
 */
export function isWelcome(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): boolean {
  const host = headers.host ?? '';
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
  if (name !== 'localhost' && isIP(name) === 0 && !hosts.has(name)) return false;
  return headers.origin === undefined || originHost(headers.origin) === host.toLowerCase();
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
