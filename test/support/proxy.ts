import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** What the proxy does with what passes through it. */
export type Weather =
  /** Everything passes. */
  | 'fair'
  /** Nobody listens: each connection is broken off at once. */
  | 'refuse'
  /** Connections are made, and nothing passes in either direction. */
  | 'stall'
  /** What is asked passes; the answer is broken off. */
  | 'deaf';

export interface FailingProxy {
  port: number;
  /** For all connections from now on, and those that there are. */
  turn(weather: Weather): void;
  /** Breaks every connection that there is. */
  cut(): void;
  close(): Promise<void>;
}

/** Stands between the bot and a server, and fails as networks do. */
export async function startProxy(to: { host: string; port: number }): Promise<FailingProxy> {
  const pairs = new Set<[Socket, Socket]>();
  let weather: Weather = 'fair';

  const server = createServer((near) => {
    if (weather === 'refuse') return void near.resetAndDestroy();
    const far = dial(to.port, to.host);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    near.on('data', (chunk) => {
      if (weather !== 'stall') far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (weather === 'deaf') near.resetAndDestroy();
      else if (weather !== 'stall') near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cut = () => {
    for (const [near, far] of [...pairs]) {
      near.resetAndDestroy();
      far.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    turn(next) {
      weather = next;
      if (next === 'refuse') cut();
    },
    cut,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
