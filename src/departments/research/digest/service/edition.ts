import { isWorkingDay } from '../../../../platform/calendar/working-days.js';
import { timeIn } from '../../../../platform/people/days.js';
import { calendarOf } from '../../../../platform/settings/office-settings.js';
import { Temporal } from '../../../../platform/time.js';
import { type Digest, type Reading, todayOf } from '../desk.js';
import { DESK, type Story } from '../feed.js';
import { tellEdition, tellFollower } from '../letters/edition.js';
import { type Move, movesOf } from './markets.js';

/** What a day's digest tells. */
export interface Edition {
  day: Temporal.PlainDate;
  moves: Move[];
  /** By topic in the order of the settings, the most reported and newest first. Topics without news aren't in it. */
  topics: { topic: string; stories: Story[] }[];
}

/** News of weekends and holidays wait for the next working day, but not for ever. */
const OLDEST_HOURS = 24 * 5;

export async function compose(desk: Reading): Promise<Edition> {
  const stories = await desk.stories.fresh(desk.now.subtract({ hours: OLDEST_HOURS }));
  return { day: todayOf(desk), moves: await movesOf(desk), topics: byTopic(desk, stories) };
}

export async function editionOf(desk: Reading, day: Temporal.PlainDate): Promise<Edition> {
  return { day, moves: await movesOf(desk), topics: byTopic(desk, await desk.stories.ofEdition(day)) };
}

function byTopic({ settings }: Reading, stories: readonly Story[]): Edition['topics'] {
  const known = [...new Set([...settings.topics, ...stories.map(({ topic }) => topic)])];
  return known
    .map((topic) => ({ topic, stories: stories.filter((story) => story.topic === topic) }))
    .filter(({ stories: some }) => some.length > 0);
}

/** A digest that is later than that isn't made up for any more. */
const LATEST_HOURS = 9;

/** Posts the day's digest once it is time, on working days, once however many replicas there are. */
export async function postWhenDue(desk: Digest): Promise<void> {
  const { settings, office, now } = desk;
  const here = timeIn(office.timeZone, now);
  const late = Temporal.PlainTime.from(settings.time).until(here.toPlainTime()).total('hours');
  if (!settings.channel || late < 0 || late > LATEST_HOURS || !isWorkingDay(calendarOf(office), here.toPlainDate()))
    return;
  await post(desk, settings.channel, 'system');
}

/** False: it was posted before. `by`: an editor, or the clock. */
export async function post(desk: Digest, channel: string, by: string): Promise<boolean> {
  const edition = await compose(desk);
  const count = edition.topics.reduce((sum, { stories }) => sum + stories.length, 0);
  if (!(await desk.editions.begin(edition.day, channel, count))) return false;
  await desk.stories.putInto(
    edition.day,
    edition.topics.flatMap(({ stories }) => stories.map(({ id }) => id)),
  );
  await desk.audit.record({
    actor: by,
    action: `${DESK}.post`,
    object: `${DESK}/${edition.day}`,
    detail: { count },
  });
  if (count > 0 || edition.moves.length > 0 || desk.settings.quietDay === 'say')
    await tellEdition(desk, edition, channel);
  return true;
}

/** Digests by message, at each follower's own hour. */
export async function sendPersonal(desk: Digest): Promise<void> {
  for (const follower of await desk.readers.byMessage()) {
    const person = await desk.people.get(follower.personId);
    if (!person || person.deactivatedAt || follower.hour === null) continue;
    const here = timeIn(person.timeZone, desk.now);
    const today = here.toPlainDate();
    const isTime = here.toPlainTime().toString({ smallestUnit: 'minute' }) >= follower.hour;
    const isDone = follower.lastDay !== null && Temporal.PlainDate.compare(follower.lastDay, today) >= 0;
    if (!isTime || isDone) continue;
    const chosen = follower.topics.length > 0 ? follower.topics : desk.settings.topics;
    const stories = await desk.stories.since(desk.now.subtract({ hours: 24 }), chosen);
    await desk.readers.change(follower.personId, { lastDay: today });
    if (stories.length > 0) await tellFollower(desk, person, { day: today, moves: [], topics: byTopic(desk, stories) });
  }
}
