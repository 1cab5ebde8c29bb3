import type { Temporal } from '../time.js';

// How other systems than Slack reach a desk.

/** A request from another system than Slack, as it came: nobody has checked it yet. */
export interface HookRequest {
  /** Names in small letters. */
  headers: Readonly<Record<string, string>>;
  /** With the query. */
  path: string;
  body: string;
  now: Temporal.Instant;
}
export interface HookAnswer {
  status: number;
  type?: string;
  body?: string;
}
export type OnHook = (request: HookRequest) => Promise<HookAnswer>;
