/** What becomes of a letter after an attempt. */
export type Fate =
  | { state: 'sent'; channel: string; ts: string | null }
  | { state: 'waiting'; afterMs: number; error: string; mayHaveArrived: boolean }
  /** Slack said to come back later, to this lane or to all: that was no attempt. */
  | { state: 'paused'; afterMs: number; error: string; scope: 'lane' | 'files' | 'all' }
  | { state: 'ambiguous' | 'dead' | 'dropped'; error: string };
