import { newSecret } from '../state/ids.js';

const uses = 5;
const lifetimeMs = 30 * 60_000;

/** Where the app may answer an interaction: five times within half an hour. */
export interface ResponseUrl {
  user: string;
  channel: string;
  /** The message that was acted on. */
  source: { ts: string; threadTs: string | null; isEphemeral: boolean } | null;
}

export interface ResponseUrls {
  give(kind: 'commands' | 'actions', about: ResponseUrl): string;
  use(path: string): { about: ResponseUrl } | { error: 'used_url' | 'expired_url' };
}

export function keepResponseUrls(
  address: () => string,
  teamId: () => string,
  realNow: () => number = () => performance.now(),
): ResponseUrls {
  const given = new Map<string, { about: ResponseUrl; at: number; left: number }>();
  return {
    give(kind, about) {
      for (const [path, url] of given) if (realNow() - url.at > 2 * lifetimeMs) given.delete(path);
      const path = `/${kind}/${teamId()}/${Date.now()}/${newSecret(12)}`;
      given.set(path, { about, at: realNow(), left: uses });
      return address() + path;
    },
    use(path) {
      const url = given.get(path);
      if (!url || realNow() - url.at > lifetimeMs) return { error: 'expired_url' };
      if (url.left === 0) return { error: 'used_url' };
      url.left -= 1;
      return { about: url.about };
    },
  };
}
