/** What goes to the app. */
export type Kind = 'events_api' | 'slash_commands' | 'interactive';

export interface Parcel {
  kind: Kind;
  payload: Record<string, unknown>;
  /** For events: which attempt this is, and why there is another. */
  retry?: { attempt: number; reason: string };
}

/** What came back: the acknowledgement's body, or why there is none, in the word that Slack shows. */
export type Reply =
  | { ok: true; body: unknown }
  | { ok: false; error: 'operation_timeout' | 'dispatch_failed'; reason: string };

/** A way to the app: Socket Mode or signed HTTP. */
export interface Line {
  connected(): boolean;
  send(parcel: Parcel): Promise<Reply>;
  /** Calls back whenever the app becomes reachable. */
  onReachable(listener: () => void): void;
  close(): Promise<void>;
}
