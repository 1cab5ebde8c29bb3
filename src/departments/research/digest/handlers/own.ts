import { isRowId } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import { folded } from '../../../../platform/words/folded.js';
import { DESK } from '../feed.js';
import { mustBeAllowed } from '../service/sources.js';
import { followForm, readFollow, readSettings, readWatch, settingsForm, watchForm } from '../views/own.js';
import { topicPlain } from '../views/texts.js';
import { no } from '../words.js';
import { type Room, sayFor, shown } from './room.js';

/** What somebody reads of by message, and must never miss; and what the editors set. */
export function ownHandlers({ desk }: Room) {
  const follow = async (visit: Visit, chosen: readonly string[] = []) => {
    const { follower, topics } = await desk.look(async (at) => ({
      follower: await at.readers.get(visit.person.id),
      topics: at.settings.topics,
    }));
    return followForm(sayFor(visit), follower, topics, chosen);
  };
  const watch = async (visit: Visit, typed = '') => {
    const all = await desk.look((at) => at.readers.watches());
    return watchForm(
      sayFor(visit),
      all.filter(({ ownerId }) => ownerId === visit.person.id),
      typed,
    );
  };
  const settings = async (visit: Visit) =>
    desk.look(async (at) => {
      await mustBeAllowed(at, visit.person.id, 'keepSettings');
      return at.settings;
    });

  return {
    /** `/digest follow tax`. */
    follow: async (visit: CommandVisit): Promise<Answer> => {
      const typed = folded(readableText(visit.text));
      const say = sayFor(visit);
      const topics = await desk.look(async (at) => at.settings.topics);
      const chosen = topics.filter(
        (topic) => typed !== '' && [folded(topic), folded(topicPlain(say, topic))].includes(typed),
      );
      if (typed !== '' && chosen.length === 0) throw no('refused.noTopicNamed', { name: visit.text });
      return { open: await follow(visit, chosen) };
    },
    openFollow: async (visit: ActionVisit): Promise<Answer> => shown(visit, await follow(visit)),
    saveFollow: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const { topics, hour } = await desk.work(visit.key, async (at) => {
        const wish = readFollow(visit.view, at.settings.topics);
        await at.readers.change(visit.person.id, wish);
        await at.outbox.refreshHome(visit.person.id);
        return wish;
      });
      const named = topics.map((topic) => topicPlain(say, topic)).join(', ') || say.plain('follow.all');
      return { close: 'all', say: { text: hour ? say('follow.kept', { topics: named, hour }) : say('follow.off') } };
    },

    watch: async (visit: CommandVisit): Promise<Answer> => ({
      open: await watch(visit, readableText(visit.text).trim().slice(0, 60)),
    }),
    saveWatch: async (visit: FormVisit): Promise<Answer> => {
      const word = readWatch(visit.view);
      if (folded(word).length < 2) return { errors: { word: sayFor(visit).plain('watch.tooShort') } };
      await desk.work(visit.key, (at) => at.readers.watch(visit.person.id, word));
      return { update: await watch(visit) };
    },
    unwatch: async (visit: ActionVisit): Promise<Answer> => {
      if (!isRowId(visit.value)) throw no('refused.noFeed');
      await desk.work(visit.key, (at) => at.readers.unwatch(visit.person.id, visit.value));
      return { update: await watch(visit) };
    },

    settings: async (visit: Visit): Promise<Answer> => ({ open: settingsForm(sayFor(visit), await settings(visit)) }),
    saveSettings: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readSettings(say, visit.view, await settings(visit));
      if ('errors' in read) return read;
      await desk.work(visit.key, async (at) => {
        await mustBeAllowed(at, visit.person.id, 'keepSettings');
        await at.keep.set(DESK, read.settings, visit.person.id);
        await at.audit.record({ actor: visit.person.id, action: `${DESK}.settings`, object: DESK });
      });
      return { close: 'all', say: { text: say('settings.kept') } };
    },
  };
}
