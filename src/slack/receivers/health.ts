import { createServer, type Server } from 'node:http';
import type { HookRoute } from './hooks.js';
import { type Watch, watchRoutes } from './watch.js';

export interface HealthParts {
  isHealthy: () => boolean;
  watch?: Watch | undefined;
  hooks?: readonly HookRoute[];
}

/** What watches over the process, and other systems' requests, where nothing else listens: in Socket Mode. */
export async function openHealth(port: number, { isHealthy, watch, hooks = [] }: HealthParts): Promise<Server> {
  const routes = [...watchRoutes(isHealthy, watch), ...hooks];
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    const route = routes.find((one) => one.path === path);
    if (route) void route.answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
