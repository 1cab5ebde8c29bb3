import { setTimeout as pause } from 'node:timers/promises';
import type { OpenDatabase } from '../database/database.js';
import type { Log } from '../log/log.js';
import { traced } from '../trace/trace.js';
import { type CarryParts, carry } from './carry.js';
import { type Draw, noteUpload } from './documents.js';
import { defaultLimits, type Limits } from './limits.js';
import { type ClaimedLetter, claimLetters, isAnythingDue } from './queue.js';
import { settle } from './settle.js';
import type { StuckLetter } from './stuck.js';
import { LETTERS } from './write.js';

export interface WorkerParts extends Omit<CarryParts, 'limits' | 'draw' | 'noteUpload'> {
  /** Who draws the files of documents; absent: nobody does. */
  draw?: Draw;
  database: Pick<OpenDatabase, 'prisma' | 'listen' | 'kind'>;
  log: Pick<Log, 'debug' | 'warn' | 'error'>;
  limits?: Partial<Limits>;
  /** Told of each letter that Slack refused for good, so that somebody can be. */
  onDead?: (letter: StuckLetter) => Promise<void>;
  /** Told of each letter of which nobody can know whether it arrived. */
  onAmbiguous?: (letter: StuckLetter) => Promise<void>;
}

export interface OutboxWorker {
  start(): Promise<void>;
  /** There may be something to say: called after each commit. */
  wake(): void;
  /** Takes nothing new, and finishes what is under way. */
  drain(): Promise<void>;
  /** Resolves when nothing is due any more, for tests: what waits for a later time or another attempt isn't due. */
  idle(): Promise<void>;
}

/** Carries letters out, several lanes at a time, each letter once. Any number of workers may share a database. */
export function createOutboxWorker(parts: WorkerParts): OutboxWorker {
  const { clock, log, database } = parts;
  const limits = { ...defaultLimits, ...parts.limits };
  const queue = { prisma: database.prisma, limits };
  const inFlight = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const stops: (() => void)[] = [];
  let open = true;
  let again = false;
  let isTaking = false;
  let taking = Promise.resolve();
  /** How many letters were taken so far, and how often in a row there were none. */
  let taken = 0;
  let inVain = 0;

  function wake(): void {
    again = true;
    if (isTaking || !open) return;
    isTaking = true;
    taking = takeAll().catch((error: unknown) => log.error({ err: error }, 'the outbox could not be read'));
  }

  async function takeAll(): Promise<void> {
    try {
      while (again && open) {
        again = false;
        const free = limits.parallel - inFlight.size;
        if (free <= 0) continue;
        const letters = await claimLetters(queue, clock.now(), free);
        taken += letters.length;
        inVain = letters.length === 0 ? inVain + 1 : 0;
        for (const letter of letters) send(letter);
        if (letters.length === 0 && open) await pause(limits.restMs);
      }
    } finally {
      isTaking = false;
    }
  }

  function send(letter: ClaimedLetter): void {
    const carrying = () => carryAndSettle({ ...parts, limits }, letter);
    const sending = traced(`letter ${letter.kind}`, { attempts: letter.attempts }, carrying, letter.trace)
      .catch((error: unknown) => log.error({ err: error, ...namesOf(letter) }, 'a letter is left to its lease'))
      .finally(() => {
        inFlight.delete(sending);
        if (letter.moreBehind) wakeIn(1000 / limits.lane.perSecond);
        wake();
      });
    inFlight.add(sending);
  }

  function wakeIn(ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
    }, ms);
    timers.add(timer.unref());
  }

  async function quiet(): Promise<void> {
    while (isTaking || inFlight.size > 0) await Promise.all([taking, ...inFlight]);
  }

  /** Where polls come faster than they are answered, taking never ends: two looks that found nothing will do. */
  async function rest(): Promise<void> {
    let before = inVain;
    while (inFlight.size > 0 || (isTaking && inVain < before + 2)) {
      await pause(1);
      if (inFlight.size > 0 || inVain < before) before = inVain;
    }
  }

  return {
    wake,
    async start() {
      const poll = setInterval(wake, limits.pollMs);
      stops.push(() => clearInterval(poll), clock.onMove(wake));
      // In one process every commit wakes us anyway.
      if (database.kind === 'postgres') stops.push(await database.listen(LETTERS, wake));
      wake();
    },
    async drain() {
      open = false;
      for (const stop of stops.splice(0)) stop();
      for (const timer of timers) clearTimeout(timer);
      await quiet();
    },
    async idle() {
      for (let isQuiet = false; !isQuiet; ) {
        wake();
        await rest();
        const before = taken;
        const isDue = open && (await isAnythingDue(queue, clock.now()));
        if (isDue) await pause(10);
        // A look that was under way may have taken what isn't due any more.
        await rest();
        isQuiet = !isDue && taken === before;
      }
    },
  };
}

async function carryAndSettle(parts: WorkerParts & { limits: Limits }, letter: ClaimedLetter): Promise<void> {
  const { database, clock, log, onDead, onAmbiguous } = parts;
  const fate = await carry(
    { draw: async () => null, ...parts, noteUpload: (its, fileId) => noteUpload(database.prisma, its, fileId) },
    letter,
  );
  const about = { ...namesOf(letter), state: fate.state, ...('error' in fate && { reason: fate.error }) };
  if (!(await settle(database.prisma, letter, fate, clock.now()))) {
    log.warn(about, 'another worker took this letter over meanwhile');
    return;
  }
  if (fate.state === 'sent' || fate.state === 'dropped') {
    // Not under its once key, which may name people: beside the line of a request, that would say who made it.
    log.debug({ letter: String(letter.id), kind: letter.kind, state: fate.state }, 'a letter was delivered');
    return;
  }
  log.warn(about, 'a letter was not delivered');
  if (fate.state === 'dead') await onDead?.({ ...sketchOf(letter), state: 'dead', error: fate.error });
  if (fate.state === 'ambiguous') await onAmbiguous?.({ ...sketchOf(letter), state: 'ambiguous', error: fate.error });
}

const sketchOf = ({ id, once, kind, lane, about }: ClaimedLetter) => ({ id: String(id), once, kind, to: lane, about });

const namesOf = ({ id, once, kind, attempts }: ClaimedLetter) => ({ letter: String(id), once, kind, attempts });
