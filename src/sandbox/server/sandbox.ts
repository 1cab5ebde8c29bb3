import type { AtThePage } from '../driver/index.js';
import type { Faults } from './api/faults.js';
import type { Reason } from './delivery/socket-line.js';

export interface SandboxOptions {
  /** 0: any that is free. */
  port: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** Names besides `localhost` under which this machine is reached. */
  hostNames?: string[];
  /** Where the workspace is kept; null: in memory only. */
  folder: string | null;
  manifestPath: string;
  delivery: 'socket' | 'http';
  /** For `http`: where the app listens. */
  requestUrl?: string;
  company?: 'demo' | 'bare';
  /** The built page. */
  pageFolder?: string;
  /** Whether Slack's rate limits hold; true unless told. */
  limits?: boolean;
  /** How long a trigger id lives; 3000 unless told. Longer while the opening scene plays. */
  triggerLifetimeMs?: number;
  /** How long Slack waits for an acknowledgement; 3000 unless told. Longer while the opening scene plays. */
  patienceMs?: number;
  /** Stretches the waits between deliveries of an event: 0.001 makes minutes of them tens of milliseconds. */
  retryTimeScale?: number;
}

/** A workspace that runs. */
export interface Sandbox {
  url: string;
  /** For `slackApiUrl`; ends with `/api/`. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  clock: {
    /** Milliseconds since 1970, moved or not. */
    now(): number;
    onMove(listener: () => void): () => void;
  };
  /** For tests of the app: what goes wrong with its calls. */
  faults: Pick<Faults, 'next' | 'clear'>;
  /**
   * Plays the demo's opening scene, once for each founding: people ask the app for what they need, as they would by
   * hand, so that the first screen shows an office at work. Call it when the app is ready.
   */
  openDay(): Promise<void>;
  /** Called when a person resets the workspace: the app, too, should begin afresh. The opening scene waits for it. */
  onReset(listener: () => Promise<void>): void;
  /** A person comes to the page, by id, handle or name: see `driver/person.ts`. */
  person(who: string): Promise<AtThePage>;
  /** With `http` delivery: where the app listens now. */
  deliverTo(url: string | null): void;
  /** Tells the app's connections to go, or breaks them. */
  disconnectSockets(reason: Reason | 'drop'): void;
  /** How many connections the app has open in Socket Mode. */
  connections(): number;
  /** Resolves when no delivery to the app is under way. */
  idle(): Promise<void>;
  /** Calls the app as Slack would, with an event of one's own making: for duplicates and oddities. */
  deliverEvent(event: Record<string, unknown>, eventId?: string): void;
  close(): Promise<void>;
}

/** Why the sandbox can't start, in a sentence for the person who starts it. */
export class SandboxProblem extends Error {
  override name = 'SandboxProblem';
}
