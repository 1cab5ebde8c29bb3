import { UserError } from '../../../../platform/user-error.js';
import type { HelpDesk, Reading } from '../desk.js';
import { placeInTriage } from '../letters/placing.js';
import { allQueues, heard, type KeptQueue, MOST_QUEUES, type Queues } from '../queues.js';
import { openStates } from '../states.js';
import { type Category, DESK } from '../ticket.js';
import { troubleSentence } from '../views/queue-form.js';
import { namesOf } from '../views/texts.js';
import { no, words } from '../words.js';
import { regainTriage } from './channel.js';
import { mustHave } from './look.js';
import { moveTo } from './move.js';
import { techniciansOf } from './rota.js';

/** What a lead wants a queue to be. */
export type QueueWish = Omit<KeptQueue, 'id'> & { id: string | null };

/** What stands in the way of a queue, by the field that it is about. */
export type QueueTrouble =
  | { field: 'title'; key: 'nameTaken' | 'queueNeedsMain' | 'tooManyQueues' }
  | { field: 'channel'; key: 'channelTaken'; queue: string | null }
  | { field: 'categories'; key: 'categoryTaken'; category: Category; queue: string }
  | { field: 'people'; key: 'notTechnicians'; names: string };

/** The desk's queues, and how much waits in each. */
export interface QueueList {
  queues: Queues;
  /** By the queue's id; the default one's is null. */
  open: ReadonlyMap<string | null, number>;
  lost: ReadonlySet<string>;
  technicians: readonly string[];
}

export async function seeQueues(desk: Reading, by: string): Promise<QueueList> {
  await mustHave(desk, 'keepQueues', by);
  const { queues, lost } = desk;
  const open = new Map<string | null, number>();
  for (const { id } of allQueues(queues)) open.set(id, await desk.queue.count({ states: openStates, queueId: id }));
  return { queues, open, lost, technicians: await techniciansOf(desk) };
}

export async function troublesWith(desk: Reading, by: string, wish: QueueWish): Promise<QueueTrouble[]> {
  await mustHave(desk, 'keepQueues', by);
  const others = allQueues(desk.queues).filter(({ id }) => id === null || id !== wish.id);
  return [
    ...troublesOfName(desk.queues, wish),
    ...others
      .filter(({ channel }) => channel === wish.channel)
      .map(({ name }) => ({ field: 'channel', key: 'channelTaken', queue: name }) as const),
    ...desk.queues.others
      .filter(({ id }) => id !== wish.id)
      .flatMap(({ name, categories }) =>
        categories
          .filter((category) => wish.categories.includes(category))
          .map((category) => ({ field: 'categories', key: 'categoryTaken', category, queue: name }) as const),
      ),
    ...(await troublesOfPeople(desk, wish)),
  ];
}

function troublesOfName({ main, others }: Queues, { id, name }: QueueWish): QueueTrouble[] {
  const field = 'title';
  if (main.channel === null) return [{ field, key: 'queueNeedsMain' }];
  if (id === null && others.length >= MOST_QUEUES) return [{ field, key: 'tooManyQueues' }];
  const taken = [main, ...others.filter((queue) => queue.id !== id)].flatMap(namesOf);
  return taken.some((one) => heard(one) === heard(name)) ? [{ field, key: 'nameTaken' }] : [];
}

async function troublesOfPeople(desk: Reading, { peopleIds }: QueueWish): Promise<QueueTrouble[]> {
  const technicians = await techniciansOf(desk);
  const strangers = peopleIds.filter((id) => !technicians.includes(id));
  if (strangers.length === 0) return [];
  const known = new Map((await desk.people.many(strangers)).map(({ id, name }) => [id, name]));
  return [{ field: 'people', key: 'notTechnicians', names: strangers.map((id) => known.get(id) ?? id).join(', ') }];
}

/** Adds a queue, or changes one. Tickets stay in the queue that they are in; where its channel changes, cards follow. */
export async function saveQueue(desk: HelpDesk, by: string, wish: QueueWish): Promise<void> {
  const held = withQueues(desk, await desk.queueList.hold());
  const [trouble] = await troublesWith(held, by, wish);
  if (trouble) {
    throw new UserError(trouble.key, (language) => troubleSentence(words.in(language), trouble), trouble.field);
  }
  const { id, channel, categories, peopleIds } = wish;
  if (id !== null && !held.queues.others.some((queue) => queue.id === id)) throw no('refusals.queueGone');
  const written = await desk.queueList.write(id, wish, by);
  const detail = { channel, categories, people: peopleIds };
  await desk.audit.record({ actor: by, action: `${DESK}.write-queue`, object: `${DESK}/queue/${written}`, detail });
  await followChannel(withQueues(held, await desk.queueList.all()), written, channel);
}

/** Only a channel that the bot is in can be chosen: if it was out of reach, it no longer is. */
async function followChannel(desk: HelpDesk, id: string, channel: string): Promise<void> {
  if (desk.lost.has(channel)) return regainTriage(desk, channel);
  for (const number of await desk.tickets.openIn(id)) {
    const ticket = await desk.tickets.hold(number);
    if (ticket) await placeInTriage(desk, ticket);
  }
}

/** Closes a queue: what is open in it goes to the default one. */
export async function closeQueue(desk: HelpDesk, by: string, id: string): Promise<{ name: string; moved: number }> {
  await mustHave(desk, 'keepQueues', by);
  const { main, others } = withQueues(desk, await desk.queueList.hold()).queues;
  const queue = others.find((one) => one.id === id);
  if (!queue) throw no('refusals.queueGone');
  const left = withQueues(
    desk,
    others.filter((one) => one !== queue),
  );
  let moved = 0;
  for (const number of await desk.tickets.openIn(id)) {
    const ticket = await desk.tickets.hold(number);
    if (ticket?.queueId !== id) continue;
    await moveTo(left, ticket, by, main);
    moved += 1;
  }
  await desk.queueList.remove(id);
  const detail = { channel: queue.channel, moved };
  await desk.audit.record({ actor: by, action: `${DESK}.close-queue`, object: `${DESK}/queue/${id}`, detail });
  return { name: queue.name, moved };
}

const withQueues = (desk: HelpDesk, others: readonly KeptQueue[]): HelpDesk => ({
  ...desk,
  queues: { ...desk.queues, others },
});
