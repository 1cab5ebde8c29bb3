import pLimit from 'p-limit';
import type { Timer } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import { createPace } from '../../../platform/timers/pace.js';
import type { AtDesk } from './desk.js';
import { openDesk } from './desk.js';
import { DESK, type Feed } from './feed.js';
import { ECB_DAILY, fetchQuotes, fetchRates, keepRates, ratesAddress } from './service/markets.js';
import { fetchFeed, keepOutcome, type Outcome } from './service/read.js';
import type { Rate } from './store/markets.js';

/** So many feeds are asked at the same time, and of one host so many: nobody's server is hurried. */
export const FEEDS_AT_ONCE = 20;
const OF_ONE_HOST = 2;
/** Taken up together. */
const BATCH = 60;

interface Read {
  feed: Feed;
  outcome: Outcome;
}

/** Reads feeds when it is their turn. A replica takes up feeds for a while, so no two ask the same server. */
export const timersOf = (office: Office, desk: AtDesk): Timer[] => [
  ratesTimer(office, desk, office.ratesUrl ?? ECB_DAILY),
  {
    name: `${DESK}.read`,
    look: async () => {
      if (!office.web || !(await desk.look((at) => at.feeds.hasDue()))) return null;
      const feeds = await desk.work(undefined, (at) => at.feeds.takeDue(BATCH));
      return feeds.length > 0 ? readAll(office, feeds) : null;
    },
    run: async (tx, seen) => {
      const at = await openDesk(tx);
      for (const { feed, outcome } of seen as Read[]) await keepOutcome(at, feed, outcome);
      return true;
    },
  },
];

async function readAll({ web, clock }: Office, feeds: readonly Feed[]): Promise<Read[]> {
  if (!web) return [];
  const inTurn = pLimit(FEEDS_AT_ONCE);
  const hosts = new Map<string, ReturnType<typeof pLimit>>();
  const ofHost = (url: string) => {
    const { host } = new URL(url);
    const turn = hosts.get(host) ?? pLimit(OF_ONE_HOST);
    hosts.set(host, turn);
    return turn;
  };
  const reads = feeds.map((feed) =>
    ofHost(feed.url)(() => inTurn(async () => ({ feed, outcome: await fetchFeed(web, feed, clock.now()) }))),
  );
  return Promise.all(reads);
}

/** New rates are looked for so often; the bank publishes once a day. */
const RATES_EVERY_MS = 60 * 60_000;
/** After it couldn't be reached, and while nobody follows any. */
const AGAIN_MS = 10 * 60_000;
const NOBODY_MS = 5_000;

function ratesTimer(office: Office, desk: AtDesk, url: string): Timer {
  const pace = createPace();
  return {
    name: `${DESK}.rates`,
    look: async () => {
      const now = office.clock.now();
      if (!office.web || pace.isResting(now)) return null;
      const { isFollowed, address, quotesUrl } = await desk.look(async (at) => ({
        isFollowed: at.settings.channel !== null,
        quotesUrl: at.settings.quotesUrl,
        address: at.settings.currencies.length > 0 ? await ratesAddress(at, url) : null,
      }));
      const [euro, quotes] = isFollowed
        ? await Promise.all([
            address ? fetchRates(office.web, address) : null,
            quotesUrl ? fetchQuotes(office.web, quotesUrl) : null,
          ])
        : [null, null];
      const rates = euro || quotes ? [...(euro ?? []), ...(quotes ?? [])] : null;
      pace.rest(now, rates ? RATES_EVERY_MS : isFollowed ? AGAIN_MS : NOBODY_MS);
      return rates;
    },
    run: async (tx, seen) => {
      await keepRates(await openDesk(tx), seen as Rate[]);
      return false;
    },
  };
}
