import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../refusal.js';
import type { Traffic } from '../traffic.js';
import type { World } from '../world.js';
import { befall, type Faults, isCarriedOut } from './faults.js';
import { commonErrors, type Method } from './method.js';
import { methods } from './methods.js';
import type { Rates } from './rates.js';
import { missingScope } from './reach.js';

type Given = Record<string, unknown>;
type Answer = Record<string, unknown> & { ok: boolean };

export interface ApiDoor {
  world: World;
  rates: Rates;
  faults: Faults;
  traffic: Traffic;
  /** Methods that need more than the workspace: `apps.connections.open`. */
  more: Method[];
}

/** `POST` or `GET /api/<method>`, as Slack's Web API is called. */
export function openApi(server: FastifyInstance, door: ApiDoor): void {
  const known = new Map([...methods, ...door.more.map((one) => [one.name, one] as const)]);
  server.register(async (api) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    api.route({
      method: ['GET', 'POST'],
      url: '/api/:method',
      handler: (request: FastifyRequest<{ Params: { method: string } }>, reply) => serve(door, known, request, reply),
    });
  });
}

async function serve(
  door: ApiDoor,
  known: Map<string, Method>,
  request: FastifyRequest<{ Params: { method: string } }>,
  reply: FastifyReply,
) {
  const name = request.params.method;
  const started = performance.now();
  const given = argumentsOf(request);
  const log = (ok: boolean, response: unknown, error?: string) =>
    door.traffic.note({ kind: 'call', name, ok, error, ms: performance.now() - started, request: given, response });
  const fault = door.faults.take(name, given.channel);
  if (fault && !isCarriedOut(fault)) {
    log(false, null, String(fault.answer));
    return befall(fault, reply);
  }
  const method = known.get(name);
  const answer = method
    ? await call(door, method, request, given)
    : ({ ok: false, error: 'unknown_method', req_method: name } as Answer);
  log(answer.ok, answer, typeof answer.error === 'string' ? answer.error : undefined);
  if (fault) return befall(fault, reply);
  if (answer.error === 'ratelimited') reply.code(429).header('retry-after', String(answer.retry_after));
  return reply.header('x-oauth-scopes', [...door.world.manifest.scopes].join(',')).send(answer);
}

async function call(door: ApiDoor, method: Method, request: FastifyRequest, given: Given): Promise<Answer> {
  try {
    admit(door, method, tokenOf(request, given), given);
    return { ok: true, ...(await method.run(door.world, given)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!method.errors.includes(error.code) && !commonErrors.has(error.code)) {
      throw new Error(`${method.name} was about to answer ${error.code}, which Slack doesn't document for it.`);
    }
    return { ok: false, error: error.code, ...error.details };
  }
}

/** Token, scope and rate, in the order in which Slack looks at them. */
function admit(door: ApiDoor, method: Method, token: string | null, given: Given): void {
  const { app } = door.world.state;
  if (method.token !== 'none') {
    if (token === null) refuse('not_authed');
    if (token !== app.botToken && token !== app.appToken) refuse('invalid_auth');
    if ((method.token === 'app') !== (token === app.appToken)) refuse('not_allowed_token_type');
  }
  const granted = door.world.manifest.scopes;
  if (method.scopes.length > 0 && !method.scopes.some((scope) => granted.has(scope))) {
    throw missingScope(door.world, method.scopes.join(','));
  }
  const wait = door.rates.wait(method, given);
  if (wait > 0) throw new Refusal('ratelimited', { retry_after: wait });
}

function tokenOf(request: FastifyRequest, given: Given): string | null {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return bearer ?? (typeof given.token === 'string' && given.token !== '' ? given.token : null);
}

function argumentsOf(request: FastifyRequest): Given {
  const query = { ...(request.query as Given) };
  const body = typeof request.body === 'string' ? request.body : '';
  if (body === '') return query;
  if (!request.headers['content-type']?.includes('json'))
    return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? { ...query, ...read } : query;
  } catch {
    return query;
  }
}
