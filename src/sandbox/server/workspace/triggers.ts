import { randomInt } from 'node:crypto';
import { newSecret } from '../state/ids.js';

export interface Trigger {
  user: string;
  at: number;
  used: boolean;
  /** The modal in which it arose; only from there can another be pushed. */
  viewId: string | null;
}

export interface Triggers {
  give(user: string, viewId?: string): string;
  /** Takes a trigger in exchange for a view: it works once, and not for long. */
  exchange(
    id: string,
  ): { trigger: Trigger } | { error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };
}

/** Trigger ids live in real time: moving the workspace's clock doesn't expire them. */
export function keepTriggers(lifetimeMs: () => number, realNow: () => number = () => performance.now()): Triggers {
  const given = new Map<string, Trigger>();
  return {
    give(user, viewId) {
      forgetOld(given, realNow() - 60_000 - lifetimeMs());
      const id = `${randomInt(1e12)}.${randomInt(1e12)}.${newSecret()}`;
      given.set(id, { user, at: realNow(), used: false, viewId: viewId ?? null });
      return id;
    },
    exchange(id) {
      const trigger = given.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (realNow() - trigger.at > lifetimeMs()) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { trigger };
    },
  };
}

function forgetOld(given: Map<string, Trigger>, before: number): void {
  for (const [id, trigger] of given) {
    if (trigger.at > before) return;
    given.delete(id);
  }
}
