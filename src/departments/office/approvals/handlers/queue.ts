import type { ModalView } from '@slack/types';
import { findApproval } from '../../../../platform/approvals/decide.js';
import { mayDecide } from '../../../../platform/approvals/deciders.js';
import { delegationsIn } from '../../../../platform/approvals/delegations.js';
import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { lookAtQueue, type Queue } from '../service/queue.js';
import { approveSeveral, type Outcomes } from '../service/several.js';
import { detailsView } from '../views/details.js';
import { homeBlocks } from '../views/home.js';
import { queueView, readChosen } from '../views/queue.js';
import type { Say } from '../words.js';
import { type Room, sayFor, show, viewerOf } from './room.js';

/** What waits for somebody: all of it, one by one, or several at once. */
export function queueHandlers(room: Room) {
  const { office, kinds } = room;

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await drawQueue(room, visit, 0) }),
    show: async (visit: ActionVisit) => show(visit, await drawQueue(room, visit, 0)),
    turn: async (visit: ActionVisit) => ({ update: await drawQueue(room, visit, Number(visit.value) || 0) }),

    approveChosen: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const chosen = readChosen(visit.view.values);
      if (chosen.length === 0) return { errors: { chosen: say.plain('queue.chooseSome') } };
      const outcomes = await approveSeveral(office, kinds, viewerOf(visit), chosen, visit.key);
      const page = Number(visit.view.privateMetadata) || 0;
      return { update: await drawQueue(room, visit, page, outcomesText(say, outcomes)) };
    },

    look: async (visit: ActionVisit) => show(visit, await drawDetails(room, visit, visit.value)),

    home: async (visit: Visit) =>
      homeBlocks(sayFor(visit), await office.read((look) => lookAtQueue(look, kinds, viewerOf(visit), 0, 5))),

    openThings: async (visit: Visit) => {
      const { waiting } = await office.read((look) => lookAtQueue(look, kinds, viewerOf(visit), 0, 20));
      return waiting.map(({ face }) => ({ text: sayFor(visit)('queue.waits', { title: face.title }) }));
    },
  };
}

export async function drawQueue(
  { office, kinds }: Room,
  visit: Visit,
  page: number,
  notice?: string,
): Promise<ModalView> {
  return office.read(async (look) => {
    const queue = await lookAtQueue(look, kinds, viewerOf(visit), page);
    const names = await namesIn(look.people, queue);
    const undoMinutesOf = (kind: string) => kinds.find(({ name }) => name === kind)?.undoMinutes ?? 0;
    const drawing = { viewerId: visit.person.id, names, undoMinutesOf, now: visit.now };
    return queueView(sayFor(visit), queue, { ...drawing, ...(notice && { notice }) });
  });
}

/** Checkboxes show no mentions: the names of those who ask. */
async function namesIn(
  people: { many(ids: readonly string[]): Promise<{ id: string; name: string }[]> },
  queue: Queue,
) {
  const ids = queue.waiting.map(({ approval }) => approval.requesterId);
  return new Map((await people.many(ids)).map(({ id, name }) => [id, name]));
}

export async function drawDetails({ office, kinds }: Room, visit: Visit, id: string): Promise<ModalView> {
  return office.read(async (look) => {
    const found = await findApproval(look, kinds, id, visit.person.id);
    const face = await found.kind.show(look, found.approval, visit.language);
    const standsInFor = await delegationsIn(look.db).stoodInForBy(visit.person.id, look.now);
    const right = mayDecide(found.approval, visit.person.id, standsInFor);
    const viewer = { personId: visit.person.id, now: visit.now, mayDecide: typeof right !== 'string' };
    return detailsView(sayFor(visit), found, face, viewer);
  });
}

/** Titles and sentences of refusals are mrkdwn already. */
function outcomesText(say: Say, { approved, refused }: Outcomes): string {
  const done = say('queue.approved', { count: approved });
  return [done, ...refused.map(({ title, why }) => `• ${title ? `*${title}*: ` : ''}${why}`)].join('\n');
}

export const titleOf = async ({ office, kinds }: Room, visit: Visit, id: string): Promise<string> =>
  office.read(async (look) => {
    const { approval, kind } = await findApproval(look, kinds, id, visit.person.id);
    return (await kind.show(look, approval, visit.language))?.title ?? escapeText('…');
  });
