import { isRowId } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, CommandVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import type { Reading } from '../desk.js';
import type { Story } from '../feed.js';
import { compose, editionOf, post } from '../service/edition.js';
import { mustBeAllowed } from '../service/sources.js';
import { dayOfEdition } from '../views/edition.js';
import { homeBlocks } from '../views/home.js';
import { storiesView } from '../views/stories.js';
import { no } from '../words.js';
import { numberIn, type Room, sayFor } from './room.js';

/** Reading: the day's digest, what was put aside, and what was written of something. */
export function readHandlers({ desk }: Room) {
  const MOST_FOUND = 60;

  /** `day/2026-11-26`, `later`, `search/…`: which list it is travels with its buttons. */
  async function listOf(at: Reading, visit: Visit, of: string) {
    const say = sayFor(visit);
    const [kind = '', ...rest] = of.split('/');
    const wanted = rest.join('/');
    const aside = await at.readers.later(visit.person.id);
    const asideIds = new Set(aside.map(({ id }) => id));
    const stories = (found: readonly Story[], title: string, empty: string) => ({
      stories: found,
      asideIds,
      title,
      empty,
      of,
    });
    if (kind === 'later') return stories(aside, say.plain('later.title'), say('later.none'));
    if (kind === 'search') {
      const words = wanted.split(/\s+/).filter((word) => word !== '');
      const found = words.length === 0 ? [] : await at.stories.search(words, MOST_FOUND);
      return stories(found, say.plain('search.title'), say('search.none', { words: wanted }));
    }
    const edition = kind === 'day' ? await editionOf(at, dayIn(wanted)) : await compose(at);
    const all = edition.topics.flatMap(({ stories: some }) => some);
    const title = kind === 'day' ? say.plain('edition.short') : say.plain('now.title');
    return { ...stories(all, title, say('edition.nothing')), moves: edition.moves };
  }

  const viewOf = async (visit: Visit, of: string, page = 0) => {
    const list = await desk.look((at) => listOf(at, visit, of));
    return storiesView(sayFor(visit), { ...list, page });
  };

  return {
    /** The last digest; before there is one, what it would be. */
    open: async (visit: Visit): Promise<Answer> => {
      const day = await desk.look((at) => at.editions.lastDay());
      return { open: await viewOf(visit, day ? `day/${day}` : 'now') };
    },
    now: async (visit: Visit): Promise<Answer> => ({ open: await viewOf(visit, 'now') }),
    openEdition: async (visit: ActionVisit): Promise<Answer> => ({ open: await viewOf(visit, `day/${visit.value}`) }),
    later: async (visit: Visit): Promise<Answer> => ({ open: await viewOf(visit, 'later') }),
    search: async (visit: CommandVisit): Promise<Answer> => {
      const words = readableText(visit.text).trim().slice(0, 100);
      if (words === '') throw no('refused.searchWhat');
      return { open: await viewOf(visit, `search/${words}`) };
    },
    turn: async (visit: ActionVisit): Promise<Answer> => {
      const [page = '', ...of] = visit.value.split('/');
      const view = await viewOf(visit, of.join('/'), numberIn(page));
      return visit.view && !visit.onHome ? { update: view } : { open: view };
    },

    putAside: async (visit: ActionVisit): Promise<Answer | undefined> => {
      const [act = '', id = ''] = visit.value.split('/');
      await desk.work(visit.key, async (at) => {
        if (!isRowId(id) || !(await at.stories.get(id))) throw no('refused.noStory');
        if (act === 'aside') await at.readers.putAside(visit.person.id, id);
        else await at.readers.takeAway(visit.person.id, id);
      });
      if (!visit.view) return undefined;
      const [page = '', ...of] = visit.view.privateMetadata.split('/');
      return { update: await viewOf(visit, of.join('/'), numberIn(page)) };
    },

    /** An editor doesn't wait for the hour. */
    post: async (visit: CommandVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const isPosted = await desk.work(visit.key, async (at) => {
        await mustBeAllowed(at, visit.person.id, 'postNow');
        if (!at.settings.channel) throw no('refused.noChannel');
        return post(at, at.settings.channel, visit.person.id);
      });
      return { say: { text: say(isPosted ? 'post.done' : 'post.before') } };
    },

    home: async (visit: Visit) => {
      const seen = await desk.look(async (at) => {
        const [later, day] = await at.ask(
          () => at.readers.countLater(visit.person.id),
          () => at.editions.lastDay(),
        );
        return { later, day, isSetUp: at.settings.channel !== null };
      });
      const say = sayFor(visit);
      return homeBlocks(say, { ...seen, day: seen.day && dayOfEdition(say, { day: seen.day }) });
    },
  };
}

function dayIn(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw no('refused.noDay');
  }
}
