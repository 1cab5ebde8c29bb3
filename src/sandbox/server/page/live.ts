import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { AnyNews } from '../news.js';
import { changesFor, type Watcher } from './changes.js';

export interface LivePages {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  tell(news: AnyNews): void;
  close(): void;
}

/** `/_page/changes?as=U…`: every open page hears of what its person may know. */
export function keepPagesLive(watcher: Watcher): LivePages {
  const server = new WebSocketServer({ noServer: true });
  const pages = new Map<WebSocket, string>();
  return {
    accept(request, socket, head) {
      const me = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('as') ?? '';
      if (!watcher.world.state.people[me])
        return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, (page) => {
        pages.set(page, me);
        page.on('close', () => pages.delete(page));
        page.on('error', () => page.terminate());
      });
    },
    tell(news) {
      for (const [page, me] of pages) {
        if (page.readyState !== WebSocket.OPEN) continue;
        for (const change of changesFor(watcher, news, me)) page.send(JSON.stringify(change));
      }
    },
    close() {
      for (const page of pages.keys()) page.terminate();
      server.close();
    },
  };
}
