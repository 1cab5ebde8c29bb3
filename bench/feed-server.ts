// A server of feeds that takes its time, in a process of its own: what it costs isn't the reader's.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const { latencyMs, items, hangsEvery } = JSON.parse(process.env.FEEDS ?? '{}');
const now = new Date().toUTCString();

const feedOf = (feed: number): string => {
  const entries = Array.from(
    { length: items },
    (_, item) =>
      `<item><title>w${feed}x${item} a${item}b${feed} c${feed}d${item} e${item % 7}</title><link>http://f${feed}.example/${item}</link><pubDate>${now}</pubDate><description>Words of no meaning, so many that it looks like a summary.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>F${feed}</title>${entries.join('')}</channel></rss>`;
};

/** Each feed on a host of its own, as real ones mostly are: what is measured is the concurrency, not the politeness. */
const server = createServer((request, response) => {
  const feed = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
  if (hangsEvery > 0 && feed % hangsEvery === 0) return;
  setTimeout(() => response.end(feedOf(feed)), latencyMs);
});
server.listen(0, '0.0.0.0', () => console.log(`port ${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
