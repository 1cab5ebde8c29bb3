import { Temporal } from '../../../../platform/time.js';
import type { Web } from '../../../../platform/web/fetch.js';
import { WebProblem } from '../../../../platform/web/problem.js';
import { type Digest, type Reading, todayOf } from '../desk.js';
import { readEuroRates } from '../rules/ecb.js';
import { readQuotes } from '../rules/quotes.js';
import type { Rate } from '../store/markets.js';

export const ECB = 'ECB';
/** The last ninety days, for a beginning. */
const ECB_HISTORY = 'https://www.ecb.europa.eu/stats/eurofx/eurofxref-hist-90d.xml';
/** Published about 16:00 in Frankfurt on its working days. */
export const ECB_DAILY = 'https://www.ecb.europa.eu/stats/eurofx/eurofxref-daily.xml';

/** The day's rates; null where they couldn't be had, which nobody waits for. Outside of any transaction. */
export async function fetchRates(web: Pick<Web, 'fetch'>, url: string): Promise<Rate[] | null> {
  try {
    const { bytes } = await web.fetch({ url, accept: 'application/xml, text/xml' });
    return readEuroRates(new TextDecoder().decode(bytes)).flatMap(({ day, rates }) =>
      [...rates].map(([currency, value]) => ({ symbol: `EUR/${currency}`, day, value, source: ECB })),
    );
  } catch (error) {
    if (error instanceof WebProblem) return null;
    throw error;
  }
}

/** Quotes of a provider, as a CSV over HTTP; null where they couldn't be had. Outside of any transaction. */
export async function fetchQuotes(web: Pick<Web, 'fetch'>, url: string): Promise<Rate[] | null> {
  try {
    const { bytes } = await web.fetch({ url, accept: 'text/csv, text/plain' });
    const source = new URL(url).hostname;
    return readQuotes(bytes).map(({ symbol, day, close, currency }) => ({
      ...{ symbol: currency ? `${symbol} ${currency}` : symbol, day, value: close, source },
    }));
  } catch (error) {
    if (error instanceof WebProblem) return null;
    throw error;
  }
}

/** Where there are none yet, the past comes along: a single day moves nowhere. */
export const ratesAddress = async (desk: Reading, url: string): Promise<string> =>
  url === ECB_DAILY && (await desk.markets.newest(ECB)) === null ? ECB_HISTORY : url;

export const keepRates = (desk: Digest, rates: readonly Rate[]): Promise<void> => desk.markets.keep(rates);

export interface Move {
  symbol: string;
  value: number;
  /** The day before that has a value. */
  before: number | undefined;
  day: Temporal.PlainDate;
  source: string;
  /** The oldest first. */
  last: { day: Temporal.PlainDate; value: number }[];
}

const SHOWN_DAYS = 20;
/** What had no new value for so long isn't quoted any more. */
const GONE_DAYS = 31;
const MOST_QUOTES = 12;

/** What the followed currencies and the provider's quotes did. What isn't quoted any more is left out once it is a month old. */
export async function movesOf(desk: Reading): Promise<Move[]> {
  const { currencies, quotesUrl } = desk.settings;
  const since = todayOf(desk).subtract({ days: GONE_DAYS });
  const quotes = quotesUrl ? await desk.markets.symbolsOf(new URL(quotesUrl).hostname, since, MOST_QUOTES) : [];
  const symbols = [...currencies.map((currency) => `EUR/${currency}`), ...quotes];
  const found = await desk.markets.last(symbols, SHOWN_DAYS);
  return symbols.flatMap((symbol): Move[] => {
    const rates = found.get(symbol) ?? [];
    const [newest, before] = rates;
    if (!newest || Temporal.PlainDate.compare(newest.day, since) < 0) return [];
    return [
      {
        ...{ symbol, value: newest.value, before: before?.value, day: newest.day, source: newest.source },
        last: rates.map((rate) => ({ day: rate.day, value: rate.value })).reverse(),
      },
    ];
  });
}
