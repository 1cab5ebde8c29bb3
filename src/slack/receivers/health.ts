import { createServer, type Server, type ServerResponse } from 'node:http';

/** One answer for whoever watches over the process: 200 while requests are taken. */
export function answerHealth(response: ServerResponse, isHealthy: boolean): void {
  response.writeHead(isHealthy ? 200 : 503, { 'content-type': 'text/plain' }).end(isHealthy ? 'ok' : 'closing');
}

/** `/healthz` where nothing else listens: in Socket Mode. */
export async function openHealth(port: number, isHealthy: () => boolean): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/healthz') answerHealth(response, isHealthy());
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
