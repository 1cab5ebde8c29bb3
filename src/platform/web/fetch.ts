import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request } from 'undici';
import { checkHost, guardedLookup } from './addresses.js';
import { WebProblem } from './problem.js';

export interface WebRequest {
  url: string;
  /** From the last answer, each sent back as it came: together they would have to agree. */
  etag?: string | null;
  lastModified?: string | null;
  accept?: string;
  timeoutMs?: number;
  /** After decompression. */
  mostBytes?: number;
}

export interface WebAnswer {
  /** 200, or 304: nothing new. */
  status: 200 | 304;
  /** Where it came from at last. */
  url: string;
  /** Where it is from now on, when every redirect on the way was for good. */
  movedTo: string | null;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
  bytes: Uint8Array;
}

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const AGENT = 'Switchboard/1 (+feed reader)';

/** Fetches what is public in the web, and what is allowed beside it. */
export class Web {
  #guarded = new Agent({ connect: { lookup: guardedLookup(false), timeout: TIMEOUT_MS }, pipelining: 0 });
  #free = new Agent({ connect: { lookup: guardedLookup(true), timeout: TIMEOUT_MS }, pipelining: 0 });

  /** `allowed`: hosts with ports that may be asked though they aren't public, such as a feed within the company. */
  constructor(private readonly allowed: ReadonlySet<string> = new Set()) {}

  /** Throws `WebProblem` where nothing came of it. */
  async fetch(wish: WebRequest): Promise<WebAnswer> {
    const signal = AbortSignal.timeout(wish.timeoutMs ?? TIMEOUT_MS);
    try {
      return await this.#follow(wish, signal);
    } catch (error) {
      throw problemOf(error, signal);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#guarded.destroy(), this.#free.destroy()]);
  }

  async #follow(wish: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
    const seen = new Set<string>();
    let url = addressOf(wish.url);
    let isForGood = true;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (seen.has(url.href)) throw new WebProblem('redirects');
      seen.add(url.href);
      const answer = await this.#ask(url, wish, signal);
      const location = header(answer.headers, 'location');
      if (![301, 302, 303, 307, 308].includes(answer.statusCode) || !location) {
        return read(answer, wish, { url, movedTo: hop > 0 && isForGood ? url.href : null });
      }
      await answer.body.dump();
      isForGood &&= answer.statusCode === 301 || answer.statusCode === 308;
      url = addressOf(location, url);
    }
    throw new WebProblem('redirects');
  }

  #ask(url: URL, { etag, lastModified, accept = '*/*' }: WebRequest, signal: AbortSignal) {
    checkHost(url, this.allowed);
    return request(url, {
      dispatcher: this.allowed.has(url.host) ? this.#free : this.#guarded,
      signal,
      headers: {
        accept,
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': AGENT,
        ...(etag && { 'if-none-match': etag }),
        ...(lastModified && { 'if-modified-since': lastModified }),
      },
    });
  }
}

type Answered = Awaited<ReturnType<typeof request>>;

/** http or https, without a name and password in it. */
function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new WebProblem('scheme');
  const url = new URL(text, base);
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) throw new WebProblem('scheme');
  url.hash = '';
  return url;
}

async function read(
  answer: Answered,
  { mostBytes = MOST_BYTES, etag, lastModified }: WebRequest,
  place: { url: URL; movedTo: string | null },
): Promise<WebAnswer> {
  const { statusCode: status, headers } = answer;
  const isUnchanged = status === 304 && Boolean(etag || lastModified);
  if (status !== 200 && !isUnchanged) {
    await answer.body.dump();
    throw new WebProblem('status', status, retryAfter(header(headers, 'retry-after')));
  }
  return {
    status: isUnchanged ? 304 : 200,
    ...{ url: place.url.href, movedTo: place.movedTo },
    contentType: header(headers, 'content-type'),
    etag: header(headers, 'etag'),
    lastModified: header(headers, 'last-modified'),
    bytes: isUnchanged ? new Uint8Array() : await bodyOf(answer, mostBytes),
  };
}

/** Counted after decompression, so that a small file can't become a huge one. */
async function bodyOf({ body, headers }: Answered, mostBytes: number): Promise<Uint8Array> {
  const unpack = unpackerFor(header(headers, 'content-encoding'));
  const stream: Readable = unpack ? body.on('error', (error) => unpack.destroy(error)).pipe(unpack) : body;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw new WebProblem('tooLarge');
      chunks.push(chunk);
    }
  } finally {
    stream.destroy();
    body.destroy();
  }
  return Buffer.concat(chunks);
}

function unpackerFor(encoding: string | null): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}

function header(headers: Answered['headers'], name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Seconds, or a date. */
function retryAfter(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function problemOf(error: unknown, signal: AbortSignal): WebProblem {
  if (error instanceof WebProblem) return error;
  if (signal.aborted) return new WebProblem('timeout');
  const { code = '', cause } = error as { code?: string; cause?: unknown };
  if (cause instanceof WebProblem) return cause;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new WebProblem('notFound');
  if (code.startsWith('UND_ERR_') && code.includes('TIMEOUT')) return new WebProblem('timeout');
  return new WebProblem(
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$|CERT|TLS|SSL/.test(code) ? 'unreachable' : 'broken',
  );
}
