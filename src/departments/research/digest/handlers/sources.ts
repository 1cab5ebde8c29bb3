import { isRowId } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { isEditor, readingDesk } from '../desk.js';
import { DESK } from '../feed.js';
import { decodeFeed } from '../rules/decode.js';
import { readOpml, writeOpml } from '../rules/opml.js';
import { takeList } from '../service/lists.js';
import { addFeed, changeFeed, type FeedAct, findFeed, mustBeAllowed } from '../service/sources.js';
import { listForm, readList } from '../views/lists.js';
import { addForm, readAdd, sourcesView, testView } from '../views/sources.js';
import { no, words } from '../words.js';
import { numberIn, type Room, sayFor, shown } from './room.js';

export const OPML = `${DESK}.opml`;
/** A list of hundreds of feeds is a tenth of that. */
const LARGEST_LIST = 1024 * 1024;

/** Where news come from: listed, tried, added, muted and removed in Slack. */
export function sourceHandlers({ office, desk }: Room) {
  const list = async (visit: Visit, page = 0) => {
    const seen = await desk.look(async (at) => ({
      feeds: await at.feeds.all(),
      mayAdd: await isEditor(at, visit.person.id),
    }));
    return sourcesView(sayFor(visit), { ...seen, by: visit.person.id, page });
  };
  const web = () => {
    if (!office.web) throw no('refused.noWeb');
    return office.web;
  };
  const form = async (visit: Visit, typed: string) => {
    const topics = await desk.look(async (at) => {
      await mustBeAllowed(at, visit.person.id, 'keepFeeds');
      return at.settings.topics;
    });
    return addForm(sayFor(visit), topics, typed);
  };

  return {
    list: async (visit: Visit): Promise<Answer> => ({ open: await list(visit) }),
    turn: async (visit: ActionVisit): Promise<Answer> => {
      const view = await list(visit, numberIn(visit.value));
      return visit.view && !visit.onHome ? { update: view } : { open: view };
    },

    /** `/digest add <url>`: the address of a feed, or of a site that has one. */
    add: async (visit: CommandVisit): Promise<Answer> => ({ open: await form(visit, readableText(visit.text).trim()) }),
    openAdd: async (visit: ActionVisit): Promise<Answer> => shown(visit, await form(visit, '')),
    submitAdd: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const { url, topic } = readAdd(visit.view);
      if (url === '') return { errors: { url: say.plain('form.missing') } };
      const found = await findFeed(web(), url, visit.now);
      await desk.work(visit.key, async (at) => {
        if (!at.settings.topics.includes(topic)) throw no('refused.noTopic', {}, 'topic');
        await addFeed(at, visit.person.id, found, topic);
      });
      return visit.view.previousViewId
        ? { beneath: await list(visit) }
        : { update: testView(say, found.url, found.parsed) };
    },

    /** `/digest test <url>`: what is there, without adding it. */
    test: async (visit: CommandVisit): Promise<Answer> => {
      const typed = readableText(visit.text).trim();
      if (typed === '') throw no('refused.testWhat');
      const found = await findFeed(web(), typed, visit.now);
      return { open: testView(sayFor(visit), found.url, found.parsed) };
    },

    /** `/digest import`: a list as other readers write it. */
    askList: async (visit: Visit): Promise<Answer> => {
      await desk.look((at) => mustBeAllowed(at, visit.person.id, 'keepFeeds'));
      return { open: listForm(sayFor(visit)) };
    },
    takeList: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const fileId = readList(visit.view);
      const bytes = fileId ? await office.workspace.file(fileId, LARGEST_LIST) : null;
      if (bytes === 'tooLarge') return { errors: { file: say.plain('opml.tooLarge') } };
      const outlines = bytes && readOpml(decodeFeed(bytes, null));
      if (!outlines) return { errors: { file: say.plain('opml.none') } };
      const taken = await desk.work(visit.key, (at) => takeList(at, visit.person.id, outlines));
      return { close: 'all', say: { text: say('opml.taken', { count: taken.added, known: taken.known }) } };
    },
    /** `/digest export`: ours, for other readers. */
    giveList: async (visit: CommandVisit): Promise<Answer> => {
      const say = sayFor(visit);
      await desk.work(visit.key, (at) =>
        at.outbox.document({
          ...{ to: visit.person.id, text: say('opml.here'), once: `${OPML}/${visit.key}` },
          file: { source: OPML, ref: '' },
        }),
      );
      return { say: { text: say('opml.coming') } };
    },

    change: async (visit: ActionVisit): Promise<Answer | undefined> => {
      const [name = '', id = ''] = visit.value.split('/');
      const act = (['mute', 'unmute', 'remove', 'readNow'] as const).find((one) => one === name) satisfies
        | FeedAct
        | undefined;
      if (!act || !isRowId(id)) throw no('refused.noFeed');
      await desk.work(visit.key, (at) => changeFeed(at, visit.person.id, id, act));
      return visit.view ? { update: await list(visit, numberIn(visit.view.privateMetadata)) } : undefined;
    },
  };
}

/** The sources as they are when the file is sent. */
export const drawList: DocumentSource = async (look, _ref, language) => {
  const say = words.in(language);
  const feeds = await (await readingDesk(look)).feeds.all();
  const bytes = new TextEncoder().encode(writeOpml(say.plain('title'), feeds));
  return { name: 'feeds.opml', title: 'feeds.opml', bytes };
};
