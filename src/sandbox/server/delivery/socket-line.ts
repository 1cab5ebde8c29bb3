import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { newSecret } from '../state/ids.js';
import type { Line, Parcel, Reply } from './line.js';

const betweenPings = 10_000;
/** How long Slack says that a connection lasts, in seconds. */
const connectionTime = 18_060;

export type Reason = 'warning' | 'refresh_requested' | 'link_disabled';

export interface SocketLine extends Line {
  /** A ticket to one connection. */
  ticket(): string;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every connection to go, as Slack does; `drop` breaks them without a word. */
  disconnect(reason: Reason | 'drop'): void;
  connections(): number;
}

/** Delivers over WebSockets that the app opened: Socket Mode. */
export function socketLine(appId: () => string, onChange: () => void, patienceMs: () => number): SocketLine {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (body: unknown) => void>();
  const listeners: (() => void)[] = [];
  let turn = 0;

  const greet = (socket: WebSocket) => {
    open.push(socket);
    const pinging = setInterval(() => socket.ping('Ping from sandbox'), betweenPings);
    socket.on('message', (data) => settle(waiting, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pinging);
      open.splice(open.indexOf(socket), 1);
      onChange();
    });
    socket.send(JSON.stringify(hello(appId(), open.length)));
    onChange();
    for (const listener of listeners) listener();
  };

  return {
    connected: () => open.length > 0,
    connections: () => open.length,
    onReachable: (listener) => void listeners.push(listener),
    ticket() {
      const ticket = newSecret();
      tickets.add(ticket);
      return ticket;
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return refuseUpgrade(socket);
      server.handleUpgrade(request, socket, head, greet);
    },
    async send(parcel) {
      turn += 1;
      const able = open.filter((socket) => socket.readyState === WebSocket.OPEN);
      const socket = able[turn % Math.max(1, able.length)];
      if (!socket) return { ok: false, error: 'dispatch_failed', reason: 'socket_not_found' };
      return sendAndWait(socket, waiting, parcel, patienceMs());
    },
    disconnect: (reason) => {
      for (const socket of [...open]) part(socket, reason);
    },
    async close() {
      await Promise.all(open.map(goodbye));
      server.close();
    },
  };
}

function hello(appId: string, connections: number) {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: connectionTime },
    connection_info: { app_id: appId },
  };
}

function sendAndWait(
  socket: WebSocket,
  waiting: Map<string, (body: unknown) => void>,
  parcel: Parcel,
  patienceMs: number,
): Promise<Reply> {
  const envelope_id = randomUUID();
  return new Promise((resolve) => {
    const finish = (reply: Reply) => {
      clearTimeout(timer);
      waiting.delete(envelope_id);
      socket.off('close', onClose);
      resolve(reply);
    };
    const onClose = () => finish({ ok: false, error: 'dispatch_failed', reason: 'socket_closed' });
    const timer = setTimeout(() => finish({ ok: false, error: 'operation_timeout', reason: 'timeout' }), patienceMs);
    socket.once('close', onClose);
    waiting.set(envelope_id, (body) => finish({ ok: true, body }));
    socket.send(JSON.stringify(envelope(envelope_id, parcel)));
  });
}

function envelope(envelope_id: string, { kind, payload, retry }: Parcel) {
  return {
    envelope_id,
    payload,
    type: kind,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api' && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }),
  };
}

function settle(waiting: Map<string, (body: unknown) => void>, text: string): void {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return;
  }
  if (typeof read !== 'object' || read === null || !('envelope_id' in read)) return;
  waiting.get(String(read.envelope_id))?.('payload' in read ? read.payload : null);
}

function part(socket: WebSocket, reason: Reason | 'drop'): void {
  if (reason === 'drop') {
    socket.terminate();
    return;
  }
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
  const grace = setTimeout(() => socket.close(), reason === 'warning' ? 10_000 : 500);
  socket.once('close', () => clearTimeout(grace));
}

/** Lets the app answer the farewell, for a moment. */
function goodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => socket.terminate(), 300);
    socket.once('close', () => {
      clearTimeout(grace);
      resolve();
    });
    socket.close(1001);
  });
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
}
