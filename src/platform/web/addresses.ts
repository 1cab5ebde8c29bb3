import { lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { WebProblem } from './problem.js';

/** Whether it is an address that anybody in the world can reach: not this machine, its network, or what leads there in disguise. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address written as IPv6 counts as what it is; other ways to wrap one aren't unicast, but for the oldest: ::127.0.0.1.
  const parsed = ipaddr.process(address);
  const isOldest =
    parsed.kind() === 'ipv6' &&
    parsed
      .toByteArray()
      .slice(0, 12)
      .every((byte) => byte === 0);
  return parsed.range() === 'unicast' && !isOldest;
}

/** Whether a host may be asked; `allowed` are hosts with their ports that may be, wherever they are: `127.0.0.1:3000`. */
export function checkHost(url: URL, allowed: ReadonlySet<string>): void {
  if (allowed.has(url.host)) return;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !isPublic(literal)) throw new WebProblem('address');
}

/**
 * Resolves a name for one connection, and refuses when any of its addresses isn't public. What was checked is what is connected
 * to, so a name that changes its mind in between gains nothing.
 */
export const guardedLookup =
  (isAllowed: boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true, verbatim: true }, (error, addresses) => {
      if (error) return callback(error, [], 0);
      const isSafe = isAllowed || addresses.every(({ address }) => isPublic(address));
      if (!isSafe) return callback(new WebProblem('address') as NodeJS.ErrnoException, [], 0);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
