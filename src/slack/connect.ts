import type { Server } from 'node:http';
import type { HomeView } from '@slack/types';
import pLimit from 'p-limit';
import type { Desk } from '../platform/doors/doors.js';
import type { Carrier } from '../platform/outbox/outbox.js';
import type { PeopleMemory } from '../platform/people/memory.js';
import type { Clock } from '../platform/time.js';
import { Redraws } from './answers/redraws.js';
import { openDoors } from './doors/open-doors.js';
import { Drain } from './drain.js';
import { renderHome } from './home.js';
import type { Log } from './log.js';
import { Acquaintances } from './people/acquaintances.js';
import { SlackPeople } from './people/ask-slack.js';
import { keepPeopleKnown, syncPeople } from './people/sync.js';
import type { Reach, SlackSettings } from './reach.js';
import type { OnAcknowledged } from './receivers/office-app.js';
import { openApp, receiverFor } from './receivers/open-app.js';
import type { Watch } from './receivers/watch.js';
import { Again } from './router/again.js';
import { EVENTS_AT_ONCE, type Patience, type Reception, SERVED_AT_ONCE, usualPatience } from './router/reception.js';
import { Repetitions } from './router/repetitions.js';
import { createSender } from './sender/sender.js';

export interface SlackParts {
  settings: SlackSettings;
  reach: Reach;
  desks: readonly Desk[];
  people: PeopleMemory;
  clock: Clock;
  log: Log;
  /** For Slack's requests over HTTP, and the health check. 0: any that is free. Absent in Socket Mode: no health check. */
  port?: number;
  patience?: Partial<Patience>;
  watch?: Watch;
  onAcknowledged?: OnAcknowledged;
}

export interface SlackConnection {
  carrier: Carrier;
  /** Learns everybody from Slack, once. */
  syncPeople(signal?: AbortSignal): Promise<number>;
  /** Learns everybody in the background, now and then daily, until the stop. */
  keepPeopleKnown(): void;
  renderHome(personId: string): Promise<HomeView>;
  /** Where Slack's requests arrive, or the health check. */
  port: number | null;
  /** Resolves when no request is being worked on, true; or false when the time is up. */
  idle(atMostMs?: number): Promise<boolean>;
  /** No new requests; those inside are finished, or given up after that time. True: all were finished. */
  stop(atMostMs?: number): Promise<boolean>;
}

/** How long a stop waits for requests in flight. */
const STOP_MS = 10_000;

/** Opens the desks to Slack. */
export async function connectSlack(parts: SlackParts): Promise<SlackConnection> {
  const { reach, log } = parts;
  const reception = openReception(parts);
  const closing = new AbortController();
  const receiver = receiverFor(parts, () => !closing.signal.aborted);
  const app = await openApp(parts, reception, receiver);
  const started = await receiver.start();
  const render = (personId: string) => renderHome(reception, personId);
  const sync = { memory: parts.people, slack: new SlackPeople(reach.client, log), log };
  return {
    carrier: createSender({ ...reach, botToken: parts.settings.botToken, renderHome: render }),
    syncPeople: (signal) => syncPeople(sync, signal),
    keepPeopleKnown: () => void keepPeopleKnown(sync, closing.signal),
    renderHome: render,
    port: portOf(started),
    idle: (atMostMs = STOP_MS) => reception.drain.idle(atMostMs),
    async stop(atMostMs = STOP_MS) {
      closing.abort();
      app.closeDoor();
      const finished = await reception.drain.idle(atMostMs);
      await receiver.stop();
      return finished;
    },
  };
}

function openReception({ desks, reach, people, clock, log, patience = {} }: SlackParts): Reception {
  const drain = new Drain();
  const slack = new SlackPeople(reach.client, log);
  return {
    doors: openDoors(desks),
    client: reach.client,
    bot: reach.bot,
    people: new Acquaintances({ memory: people, slack, clock, drain, log }),
    workspace: reach.workspace,
    clock,
    log,
    patience: { ...usualPatience, ...patience },
    repetitions: new Repetitions(),
    again: new Again(),
    redraws: new Redraws(),
    drain,
    inTurn: pLimit(SERVED_AT_ONCE),
    eventsInTurn: pLimit(EVENTS_AT_ONCE),
  };
}

function portOf(server: Server | undefined): number | null {
  const address = server?.address();
  return typeof address === 'object' ? (address?.port ?? null) : null;
}
