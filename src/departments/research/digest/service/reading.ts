import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../../../../platform/time.js';
import type { Web } from '../../../../platform/web/fetch.js';
import type { Feed } from '../feed.js';
import { type Answered, askFeed, type Outcome, outcomeOf } from './read.js';

export interface ReadFeed {
  feed: Feed;
  outcome: Outcome;
}

export interface ReadingLimits {
  /** So many are asked at the same time: nobody's network is flooded. */
  atOnce: number;
  /** Of one host: nobody's server is hurried. */
  ofOneHost: number;
  /** Who hasn't answered by then gives its place to the next, and is waited for beside it. */
  slowMs: number;
  /** With those that are slow. */
  open: number;
}

export const usualLimits: ReadingLimits = { atOnce: 16, ofOneHost: 2, slowMs: 250, open: 60 };

/** Answers that wait to be kept are read meanwhile, but not without end: they lie in memory. */
const MOST_BYTES = 32 * 1024 * 1024;
const LONGEST_UNREAD_MS = 3_000;
const KEPT_TOGETHER = 20;

/**
 * Asks many feeds, and hands over what came of them piece by piece: the network is waited for by all at once, and one that hangs
 * holds up nobody. Asking goes before reading, which takes the processor.
 */
export class FeedReading {
  #waiting: Feed[] = [];
  #hosts = new Map<string, number>();
  #quick = 0;
  #open = 0;
  #answered: { feed: Feed; answered: Answered; since: number }[] = [];
  #bytes = 0;
  /** Several may wait: the second's tick, and whoever moved the clock. */
  #waiters: (() => void)[] = [];

  constructor(
    private readonly web: Pick<Web, 'fetch'>,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly limits: ReadingLimits = usualLimits,
  ) {}

  /** So many are under way, asked or not. */
  get size(): number {
    return this.#waiting.length + this.#open + this.#answered.length;
  }

  add(feeds: readonly Feed[]): void {
    this.#waiting.push(...feeds);
    this.#askNext();
  }

  /** What came of some of them, as soon as there is nobody else to ask; empty: none is under way. */
  async next(): Promise<ReadFeed[]> {
    while (this.size > 0 && !this.#isTimeToRead()) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
    const read: ReadFeed[] = [];
    const taken = this.#answered.splice(0, KEPT_TOGETHER);
    this.#news();
    for (const { feed, answered } of taken) {
      this.#bytes -= sizeOf(answered);
      read.push({ feed, outcome: outcomeOf(answered, this.clock.now()) });
      // People's commands are answered between one feed and the next.
      await breathe();
    }
    return read;
  }

  #news(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }

  #isTimeToRead(): boolean {
    const [oldest] = this.#answered;
    if (!oldest) return false;
    const isPressing = this.#bytes > MOST_BYTES || performance.now() - oldest.since > LONGEST_UNREAD_MS;
    return isPressing || (this.#waiting.length === 0 && this.#quick === 0);
  }

  #askNext(): void {
    const { atOnce, open, ofOneHost } = this.limits;
    for (let place = 0; place < this.#waiting.length && this.#quick < atOnce && this.#open < open; ) {
      const feed = this.#waiting[place];
      const isBusy = feed && (this.#hosts.get(hostOf(feed)) ?? 0) >= ofOneHost;
      if (!feed || isBusy) {
        place++;
        continue;
      }
      this.#waiting.splice(place, 1);
      void this.#ask(feed);
    }
  }

  async #ask(feed: Feed): Promise<void> {
    const host = hostOf(feed);
    this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
    this.#quick++;
    this.#open++;
    let isQuick = true;
    const giveWay = () => {
      if (!isQuick) return;
      isQuick = false;
      this.#quick--;
      this.#askNext();
      this.#news();
    };
    const patience = setTimeout(giveWay, this.limits.slowMs);
    const answered = await askFeed(this.web, feed);
    clearTimeout(patience);
    this.#open--;
    const left = (this.#hosts.get(host) ?? 1) - 1;
    if (left > 0) this.#hosts.set(host, left);
    else this.#hosts.delete(host);
    this.#answered.push({ feed, answered, since: performance.now() });
    this.#bytes += sizeOf(answered);
    if (isQuick) giveWay();
    else this.#askNext();
    this.#news();
  }
}

const hostOf = ({ url }: Feed): string => new URL(url).host;
const sizeOf = (answered: Answered): number => ('bytes' in answered ? answered.bytes.byteLength : 0);
