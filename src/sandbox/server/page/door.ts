import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Calls } from '../../protocol.js';
import { Refusal, refuse } from '../refusal.js';
import type { Person } from '../state/state.js';
import type { World } from '../world.js';
import type { Hands, PageCall } from './call.js';
import { acting } from './calls/acting.js';
import { keeping } from './calls/keeping.js';
import { reading } from './calls/reading.js';
import { workspaceCalls } from './calls/workspace.js';
import { writing } from './calls/writing.js';

const calls: Record<keyof Calls, PageCall> = { ...reading, ...writing, ...acting, ...keeping, ...workspaceCalls };

/** `POST /_page/<call>`: what a person does at the page. */
export function openPageDoor(server: FastifyInstance, hands: Hands): void {
  server.get('/_page/people', () => ({ ok: true, people: whoCanAct(hands.world) }));
  server.post('/_page/:call', async (request: FastifyRequest<{ Params: { call: string } }>, reply) => {
    const name = request.params.call;
    if (!Object.hasOwn(calls, name)) return reply.code(404).send({ ok: false, error: 'unknown_method' });
    const body = request.body;
    if (typeof body !== 'object' || body === null) return { ok: false, error: 'invalid_arguments' };
    try {
      const me =
        name === 'start' && isNobody(body)
          ? someone(hands.world)
          : needMe(hands.world, 'as' in body ? body.as : undefined);
      return { ok: true, ...(await calls[name as keyof Calls].run(hands, me, body)) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.code };
      throw error;
    }
  });
}

/** A page that is opened for the first time doesn't know yet who it is: it begins as the first who isn't in charge. */
const isNobody = (body: object) => !('as' in body) || body.as === '';

function someone(world: World): Person {
  const [first = '', ...rest] = whoCanAct(world).map((one) => one.id);
  return needMe(world, rest.find((id) => world.state.people[id]?.department === 'Shop floor') ?? first);
}

/** Those whom one can be at the page. */
function whoCanAct(world: World) {
  const people = Object.values(world.state.people).filter(
    (one) => !one.isBot && !one.deleted && one.id !== 'USLACKBOT',
  );
  return people.map((one) => ({ id: one.id, name: one.name, real_name: one.realName, locale: one.locale }));
}

/** The person who acts: of the company, and not deactivated. */
export function needMe(world: World, id: unknown): Person {
  const person = typeof id === 'string' ? world.state.people[id] : undefined;
  if (!person || person.isBot || person.id === 'USLACKBOT') return refuse('user_not_found');
  return person.deleted ? refuse('account_inactive') : person;
}
