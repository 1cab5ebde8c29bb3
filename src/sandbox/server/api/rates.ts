import type { Method, Tier } from './method.js';

/** Calls a minute, and how many may come at once. */
const tiers: Record<Exclude<Tier, 'none'>, { aMinute: number; burst: number }> = {
  1: { aMinute: 1, burst: 2 },
  2: { aMinute: 20, burst: 20 },
  3: { aMinute: 50, burst: 50 },
  4: { aMinute: 100, burst: 100 },
  posting: { aMinute: 60, burst: 5 },
};
const workspacePosting = { aMinute: 300, burst: 100 };

export interface Rates {
  /** Seconds to wait before this call may be made again; 0: go on. */
  wait(method: Method, given: Record<string, unknown>): number;
}

export const noLimits: Rates = { wait: () => 0 };

/** Buckets that fill with real time, whatever the workspace's clock says. */
export function keepRates(realNow: () => number = () => performance.now()): Rates {
  const buckets = new Map<string, { level: number; at: number }>();
  const take = (key: string, rate: { aMinute: number; burst: number }): number => {
    const now = realNow();
    const bucket = buckets.get(key) ?? { level: rate.burst, at: now };
    const level = Math.min(rate.burst, bucket.level + ((now - bucket.at) / 60_000) * rate.aMinute);
    buckets.set(key, { level: level >= 1 ? level - 1 : level, at: now });
    return level >= 1 ? 0 : Math.max(1, Math.ceil(((1 - level) * 60) / rate.aMinute));
  };
  return {
    wait(method, given) {
      if (method.tier === 'none') return 0;
      const alone = take(`${method.name} ${method.lane(given)}`, tiers[method.tier]);
      return alone > 0 || method.tier !== 'posting' ? alone : take('the workspace', workspacePosting);
    },
  };
}
