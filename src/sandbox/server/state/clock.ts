import type { State } from './state.js';

/** The workspace's time, which a person may move. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  seconds(): number;
  /** A new timestamp in Slack's form, later than every one before. */
  stamp(): string;
  offset(): number;
  /** Whoever listens hears of every move. Returns how to stop listening. */
  onMove(listener: () => void): () => void;
  moveTo(offset: number): void;
}

export function clockOf(getState: () => State): Clock {
  const listeners = new Set<() => void>();
  const now = () => Date.now() + getState().clockOffset;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    offset: () => getState().clockOffset,
    stamp() {
      const state = getState();
      state.lastStamp = Math.max(now() * 1000, state.lastStamp + 1);
      return stampOf(state.lastStamp);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveTo(offset) {
      getState().clockOffset = offset;
      for (const listener of listeners) listener();
    },
  };
}

/** Microseconds → `1700000000.000100`. */
export function stampOf(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
}
