import type { WebClient } from '@slack/web-api';
import type { LimitFunction } from 'p-limit';
import type { Person } from '../../platform/people/person.js';
import type { Clock } from '../../platform/time.js';
import type { Language } from '../../platform/words/words.js';
import type { Redraws } from '../answers/redraws.js';
import type { Doors } from '../doors/open-doors.js';
import type { Drain } from '../drain.js';
import type { Log } from '../log.js';
import type { Acquaintances } from '../people/acquaintances.js';
import type { ViewPayload } from '../wire/payloads.js';
import type { SlackWorkspace } from '../workspace.js';
import type { Again } from './again.js';
import type { Repetitions } from './repetitions.js';

/** How long Slack's patience may be used up before something is shown. Slack itself waits three seconds. */
export interface Patience {
  /** Until a form is acknowledged with "still working". */
  formMs: number;
  /** The same while more than `busyFrom` requests are being worked on: what waits longer then will wait much longer. */
  busyFormMs: number;
  busyFrom: number;
  /** Until a loading form is opened, while the trigger still works. */
  openMs: number;
}

export const usualPatience: Patience = { formMs: 2_500, busyFormMs: 500, busyFrom: 12, openMs: 1_200 };

/** What many ask for at the same moment is done together: so many wait for that at most. */
export const SERVED_AT_ONCE = 32;
/** More at a time would wait for each other's database connections, and keep Slack from being answered. */
export const EVENTS_AT_ONCE = 8;

/** What everyone who receives requests has at hand. */
export interface Reception {
  doors: Doors;
  client: WebClient;
  bot: { userId: string; botId: string | undefined };
  people: Acquaintances;
  workspace: Pick<SlackWorkspace, 'forget'>;
  clock: Clock;
  log: Log;
  patience: Patience;
  repetitions: Repetitions;
  again: Again;
  redraws: Redraws;
  drain: Drain;
  /** Requests are served some at a time: what comes beyond that is acknowledged, and waits for its turn. */
  inTurn: LimitFunction;
  /** So are events, in a row of their own: nobody who asks for something waits behind what merely happened. */
  eventsInTurn: LimitFunction;
}

/** One request: who asks, where, and by which ways they can be answered. */
export interface Request {
  /** What was used, for the log: `/ithelp`, `action it.help-desk.take`. */
  door: string;
  key: string;
  personId: string;
  triggerId?: string;
  responseUrl?: string;
  channel?: { id: string; name?: string };
  /** Which of the elements that were used it is, in the order in which they came. */
  arrival?: number;
  /** The form that it came out of. */
  view?: ViewPayload;
  onHome?: boolean;
  /** The desk said that this door opens a form. */
  opensForm?: boolean;
}

/** A request whose person is known, and what was shown to them meanwhile. */
export interface Attended extends Request {
  person: Person | null;
  language: Language;
  /** A loading form that stands open and waits for the answer. */
  waitingView?: string;
}
