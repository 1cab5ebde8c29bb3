import type { Timer } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { Clock } from '../../../platform/time.js';
import { createPace } from '../../../platform/timers/pace.js';
import type { Web } from '../../../platform/web/fetch.js';
import type { AtDesk } from './desk.js';
import { openDesk } from './desk.js';
import { DESK } from './feed.js';
import { ECB_DAILY, fetchQuotes, fetchRates, keepRates, ratesAddress } from './service/markets.js';
import { keepOutcome } from './service/read.js';
import { FeedReading, type ReadFeed } from './service/reading.js';
import type { Rate } from './store/markets.js';

/** Taken up at the same time: as many as can be asked before another replica would think them forgotten. */
const TAKEN_UP = 500;

/** Reads feeds when it is their turn. A replica takes up feeds for a while, so no two ask the same server. */
export const timersOf = (office: Office, desk: AtDesk): Timer[] => [
  ratesTimer(office, desk, office.ratesUrl ?? ECB_DAILY),
  ...(office.web ? [readTimer(office.clock, office.web, desk)] : []),
];

function readTimer(clock: Clock, web: Pick<Web, 'fetch'>, desk: AtDesk): Timer {
  const reading = new FeedReading(web, clock);
  return {
    name: `${DESK}.read`,
    look: async () => {
      const room = TAKEN_UP - reading.size;
      if (room > 0 && (await desk.look((at) => at.feeds.hasDue()))) {
        reading.add(await desk.work(undefined, (at) => at.feeds.takeDue(room)));
      }
      const read = await reading.next();
      return read.length > 0 ? read : null;
    },
    run: async (tx, seen) => {
      const at = await openDesk(tx);
      for (const { feed, outcome } of seen as ReadFeed[]) await keepOutcome(at, feed, outcome);
      return true;
    },
  };
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
