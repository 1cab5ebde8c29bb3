import { createServer, type Server, type ServerResponse } from 'node:http';
import type { HookRoute } from './hooks.js';

/** One answer for whoever watches over the process: 200 while requests are taken. */
export function answerHealth(response: ServerResponse, isHealthy: boolean): void {
  response.writeHead(isHealthy ? 200 : 503, { 'content-type': 'text/plain' }).end(isHealthy ? 'ok' : 'closing');
}

/** `/healthz` and other systems' requests where nothing else listens: in Socket Mode. */
export async function openHealth(
  port: number,
  isHealthy: () => boolean,
  hooks: readonly HookRoute[] = [],
): Promise<Server> {
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    const hook = hooks.find((route) => route.path === path);
    if (path === '/healthz') answerHealth(response, isHealthy());
    else if (hook) void hook.answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
