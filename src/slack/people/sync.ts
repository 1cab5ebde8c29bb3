import { setTimeout as pause } from 'node:timers/promises';
import type { PeopleMemory } from '../../platform/people/memory.js';
import type { Log } from '../log.js';
import { troubleOf } from '../trouble.js';
import type { SlackPeople } from './ask-slack.js';
import { describeUser, type SlackUser } from './profile.js';

export interface SyncParts {
  memory: PeopleMemory;
  slack: SlackPeople;
  log: Log;
}

/** Learns everybody from Slack, slowly enough to leave the limits to those who wait for an answer. */
export async function syncPeople(parts: SyncParts, signal?: AbortSignal): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await patiently(() => parts.slack.page(cursor), signal);
    for (const user of page.users) {
      if (signal?.aborted) return count;
      await learn(parts, user, signal);
      count += 1;
    }
    cursor = page.next;
  } while (cursor);
  parts.log.info({ people: count }, 'people learned from Slack');
  return count;
}

async function learn({ memory, slack }: SyncParts, user: SlackUser, signal?: AbortSignal): Promise<void> {
  const person = describeUser(user);
  const works = !person.isBot && !person.deactivated;
  const fields = works ? await patiently(() => slack.fieldsOf(user.id), signal) : {};
  await memory.remember({ ...person, ...fields });
}

const ATTEMPTS = 5;

/** Waits as long as Slack asks for, and tries again. */
async function patiently<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind !== 'limited' || attempt === ATTEMPTS) throw error;
      await pause(trouble.afterMs, undefined, signal ? { signal } : {});
    }
  }
}

const DAY_MS = 24 * 60 * 60_000;

/** Now and then daily. A day on which Slack can't tell is made up for by the next, and by asking after each who comes. */
export async function keepPeopleKnown(parts: SyncParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await syncPeople(parts, signal);
    } catch (error) {
      if (!signal.aborted) parts.log.warn({ trouble: troubleOf(error) }, 'people could not be learned from Slack');
    }
    await pause(DAY_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
