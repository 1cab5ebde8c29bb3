import type { PeopleMemory } from '../../platform/people/memory.js';
import type { Person } from '../../platform/people/person.js';
import type { PersonHeardOf } from '../../platform/people/remember.js';
import type { Clock } from '../../platform/time.js';
import type { Drain } from '../drain.js';
import type { Log } from '../log.js';
import { troubleOf } from '../trouble.js';
import type { SlackPeople } from './ask-slack.js';

const FRESH_HOURS = 24;

export interface AcquaintanceParts {
  memory: PeopleMemory;
  slack: SlackPeople;
  clock: Clock;
  drain: Drain;
  log: Log;
}

/** Whom the office knows: asks Slack about strangers, and again about people not heard of for a day. */
export class Acquaintances {
  #asking = new Map<string, Promise<Person>>();

  constructor(private readonly parts: AcquaintanceParts) {}

  /** A form can't wait for Slack, so somebody known long ago is greeted as remembered and asked after meanwhile. */
  async meet(id: string): Promise<Person> {
    const known = await this.parts.memory.find(id);
    if (!known) return this.#ask(id);
    const age = this.parts.clock.now().since(known.syncedAt, { largestUnit: 'hours' }).hours;
    if (age >= FRESH_HOURS) this.#askMeanwhile(id);
    return known.person;
  }

  /** Slack told of somebody. Events leave out the company's own profile fields, so those are asked for. */
  async changed(person: PersonHeardOf): Promise<void> {
    const works = !person.isBot && !person.deactivated;
    const fields = works ? await this.parts.slack.fieldsOf(person.id) : {};
    await this.parts.memory.remember({ ...person, ...fields });
  }

  openedHome(id: string): Promise<void> {
    return this.parts.memory.openedHome(id);
  }

  /** Many requests of a stranger are one question to Slack. */
  #ask(id: string): Promise<Person> {
    const already = this.#asking.get(id);
    if (already) return already;
    const answer = this.parts.slack
      .describe(id)
      .then((person) => this.parts.memory.remember(person))
      .finally(() => this.#asking.delete(id));
    this.#asking.set(id, answer);
    return answer;
  }

  #askMeanwhile(id: string): void {
    const asking = this.#ask(id).catch((error: unknown) => {
      this.parts.log.warn({ person: id, trouble: troubleOf(error) }, 'could not ask Slack about a person');
    });
    void this.parts.drain.track(asking);
  }
}
