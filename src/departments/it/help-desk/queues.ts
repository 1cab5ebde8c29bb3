import type { Category } from './ticket.js';

/** A part of the desk's work that has a channel and people of its own. */
export interface Queue {
  /** Null: the default queue, which every desk has. */
  id: string | null;
  /** Null: the default queue is called in each reader's language. */
  name: string | null;
  channel: string | null;
  /** New tickets of these come here. */
  categories: readonly Category[];
  /** Those who work in it; empty: every technician. */
  peopleIds: readonly string[];
}

/** A queue that leads have added. */
export interface KeptQueue extends Queue {
  id: string;
  name: string;
  channel: string;
}

export interface Queues {
  /** Its channel is the triage channel of the set-up; it takes all that no other queue takes. */
  main: Queue;
  others: readonly KeptQueue[];
}

/** More than that is rather another desk; and a form holds no more. */
export const MOST_QUEUES = 20;

export const queuesWith = (triage: string | null, others: readonly KeptQueue[]): Queues => ({
  main: { id: null, name: null, channel: triage, categories: [], peopleIds: [] },
  others,
});

export const allQueues = ({ main, others }: Queues): readonly Queue[] => [main, ...others];

/** A queue that was closed meanwhile has become the default one. */
export const queueOf = ({ main, others }: Queues, id: string | null): Queue =>
  others.find((queue) => queue.id === id) ?? main;

/** Where tickets of that category belong. */
export const queueFor = ({ main, others }: Queues, category: Category): Queue =>
  others.find(({ categories }) => categories.includes(category)) ?? main;

export const worksIn = ({ peopleIds }: Queue, technicians: readonly string[]): string[] => {
  const here = technicians.filter((id) => peopleIds.includes(id));
  // When all of its people have left, a queue is everybody's again: its tickets must not wait for nobody.
  return here.length > 0 ? here : [...technicians];
};

/** Names are told apart as people hear them: without case, diacritics and spaces around. */
export const heard = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
