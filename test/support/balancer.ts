import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  url: string;
  close(): void;
}

/** Hands each request to the next of these ports, and to another where one refuses it; knows nothing of the requests. */
export async function startBalancer(portsNow: () => readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const ports = portsNow();
      const first = turn++;
      const inTurn = ports.map((_, place) => ports[(first + place) % ports.length] ?? 0);
      pass(inTurn, incoming, Buffer.concat(chunks), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(
  [port, ...others]: readonly number[],
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  if (port === undefined) return void response.writeHead(503).end();
  const { method, url: path, headers } = incoming;
  const onward = request({ port, method, path, headers: { ...headers, host: `127.0.0.1:${port}` } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  // Nothing was taken where nobody listens; where it broke off later, nobody can know, so whoever asks hears that.
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') pass(others, incoming, body, response);
    else if (!response.headersSent) response.writeHead(502).end();
  });
  onward.end(body);
}
