import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Call {
  method: string;
  // biome-ignore format: one line says it
  args: Record<string, unknown> & { blocks?: unknown; view?: { blocks: unknown[]; [key: string]: unknown }; text?: string };
}

type Reply = Record<string, unknown>;
type Fault = (response: ServerResponse, answer: () => Reply) => void;

export const TEAM = 'T0000TEST';
export const BOT = 'U0000BOT';
export const SIGNING_SECRET = 'signing-secret-of-a-test';

/**
 * As much of Slack's wire as the router's tests need, so that a test can say exactly what arrives and what goes wrong:
 * the Web API, Socket Mode, signed HTTP and `response_url`. The whole workspace is the sandbox's business.
 */
export class StubSlack {
  readonly calls: Call[] = [];
  readonly answers: Record<string, (args: Record<string, unknown>) => Reply> = {};
  readonly sockets = new Set<WebSocket>();
  #faults: { method: string; fault: Fault }[] = [];
  #acks = new Map<string, (payload: unknown) => void>();
  #server: Server;
  #port = 0;
  #views = 0;

  static async open(): Promise<StubSlack> {
    const stub = new StubSlack();
    await stub.listen();
    return stub;
  }

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    const lines = new WebSocketServer({ noServer: true });
    this.#server.on('upgrade', (request, socket, head) => {
      lines.handleUpgrade(request, socket, head, (line) => this.#welcome(line));
    });
  }

  listen(port = 0): Promise<void> {
    return new Promise((resolve) => {
      this.#server.listen(port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  async close(): Promise<void> {
    for (const line of this.sockets) line.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next call of that method goes wrong in that way. */
  fail(method: string, fault: Fault): void {
    this.#faults.push({ method, fault });
  }

  of(method: string): Call['args'][] {
    return this.calls.filter((call) => call.method === method).map(({ args }) => args);
  }

  /** Waits for the next calls of a method, however many there were. */
  async heard(method: string, count = 1): Promise<Call['args']> {
    await until(
      () => this.of(method).length >= count,
      `${count} × ${method}; heard ${this.calls.map((call) => call.method)}`,
    );
    const found = this.of(method)[count - 1];
    if (!found) throw new Error('unreachable');
    return found;
  }

  /** Delivers over a socket; resolves with the acknowledgement's payload. */
  async overSocket(type: string, payload: object, line = [...this.sockets][0]): Promise<Reply> {
    if (!line) throw new Error('dispatch_failed');
    const envelope_id = randomUUID();
    const acked = new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('operation_timeout')), 3_000);
      this.#acks.set(envelope_id, (reply) => {
        clearTimeout(timer);
        resolve((reply ?? {}) as Reply);
      });
    });
    line.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }));
    return acked;
  }

  /** Delivers over HTTP, signed as Slack signs; gives status and body. */
  async overHttp(port: number, type: string, payload: object, secret = SIGNING_SECRET, at = Date.now()) {
    const body = encode(type, payload);
    const timestamp = String(Math.floor(at / 1000));
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      },
    });
    const text = await response.text();
    return { status: response.status, reply: (text ? JSON.parse(text) : {}) as Reply };
  }

  #welcome(line: WebSocket): void {
    this.sockets.add(line);
    line.on('close', () => this.sockets.delete(line));
    line.on('message', (message) => {
      const { envelope_id, payload } = JSON.parse(String(message)) as { envelope_id: string; payload?: unknown };
      this.#acks.get(envelope_id)?.(payload);
      this.#acks.delete(envelope_id);
    });
    line.send(JSON.stringify({ type: 'hello', num_connections: this.sockets.size }));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    const method = path.startsWith('/api/')
      ? path.slice('/api/'.length)
      : path.startsWith('/respond')
        ? 'respond'
        : path;
    const args = decode(request.headers['content-type'] ?? '', Buffer.concat(chunks));
    this.calls.push({ method, args });
    const index = this.#faults.findIndex((fault) => fault.method === method);
    const [rule] = index < 0 ? [] : this.#faults.splice(index, 1);
    if (rule) rule.fault(response, () => this.#answer(method, args));
    else send(response, this.#answer(method, args));
  }

  #answer(method: string, args: Record<string, unknown>): Reply {
    const answer = this.answers[method];
    if (answer) return { ok: true, ...answer(args) };
    const view = () => {
      this.#views += 1;
      return { view: { id: args.view_id ?? `V${this.#views}`, hash: `h${this.#views}`, ...(args.view as object) } };
    };
    const usual: Record<string, () => Reply> = {
      'auth.test': () => ({ user_id: BOT, bot_id: 'B0000BOT', team_id: TEAM, team: 'Test' }),
      'apps.connections.open': () => ({ url: `ws://127.0.0.1:${this.#port}/line` }),
      'views.open': view,
      'views.push': view,
      'views.update': view,
      'chat.postMessage': () => ({ channel: String(args.channel).replace(/^U/, 'D'), ts: '1764000000.000100' }),
      'team.profile.get': () => ({ profile: { fields: [{ id: 'Xf1', label: 'Manager', type: 'user' }] } }),
      'users.profile.get': () => ({ profile: { fields: { Xf1: { value: 'U0000BOSS' } } } }),
      'users.info': () => ({
        user: { id: args.user, name: 'ana', tz: 'Europe/Bucharest', locale: 'ro-RO', profile: {} },
      }),
      'conversations.open': () => ({ channel: { id: String(args.users).replace(/^U/, 'D') } }),
    };
    return { ok: true, ...usual[method]?.() };
  }
}

export function send(response: ServerResponse, reply: Reply, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(reply));
}

export async function until(isSo: () => boolean, what: string, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function encode(type: string, payload: object): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'slash_commands') return new URLSearchParams(payload as Record<string, string>).toString();
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function decode(type: string, body: Buffer): Record<string, unknown> {
  if (type.includes('json')) return JSON.parse(body.toString()) as Record<string, unknown>;
  if (!type.includes('form-urlencoded')) return { bytes: body.toString() };
  const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body.toString()));
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'string' && /^[[{]/.test(value)) args[name] = JSON.parse(value);
  }
  return args;
}
