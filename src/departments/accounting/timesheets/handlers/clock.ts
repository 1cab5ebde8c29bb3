import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import { type ClockAct, clockState, fillFromClock, punch, putRight, stintOf } from '../service/clock.js';
import { seeSheet } from '../service/place.js';
import { readPlace } from '../views/claims.js';
import { punchNote, readStint, stintForm } from '../views/clock-form.js';
import { no } from '../words.js';
import { drawSheet, type Room, sayFor } from './room.js';

/** The punch clock: in, out, break, and what was forgotten. */
export function clockHandlers(room: Room) {
  const { desk } = room;

  const press = async (visit: Visit, act: ClockAct, project = ''): Promise<Answer> => {
    const done = await desk.work(visit.key, (at) => punch(at, visit.person, act, project));
    return desk.look(async (at) => {
      const { minutes } = await clockState(at, visit.person);
      const projectId = 'stint' in done ? done.stint.projectId : null;
      const name = projectId === null ? null : ((await at.projects.get(projectId))?.name ?? null);
      return { say: punchNote(sayFor(visit), done, minutes, name) };
    });
  };
  const typed = (act: ClockAct) => (visit: CommandVisit) => press(visit, act, readableText(visit.text));

  return {
    in: typed('in'),
    out: typed('out'),
    break: typed('break'),

    press: async (visit: ActionVisit) => {
      const act = (['in', 'out', 'break'] as const).find((one) => one === visit.value);
      if (!act) throw no('refused.gone');
      return press(visit, act);
    },

    fill: async (visit: ActionVisit): Promise<Answer> => {
      const place = readPlace(visit.value);
      const { period, owner } = await desk.look((at) => seeSheet(at, visit.person.id, place));
      if (owner.id !== visit.person.id) throw no('refused.notYours');
      await desk.work(visit.key, (at) => fillFromClock(at, visit.person, place, period));
      const notice = sayFor(visit)('form.filled');
      return { update: await drawSheet(room, visit, place, { notice, turn: place.turn ?? 0 }) };
    },

    askWhen: async (visit: ActionVisit): Promise<Answer> => {
      const stint = await desk.look((at) => stintOf(at, visit.value));
      if (stint?.personId !== visit.person.id) throw no('refused.stint.unknown');
      return { open: stintForm(sayFor(visit), stint, visit.person.timeZone) };
    },

    putRight: async (visit: FormVisit): Promise<Answer> => {
      const read = readStint(sayFor(visit), visit.view.values);
      if ('errors' in read) return read;
      const id = visit.view.privateMetadata;
      await desk.work(visit.key, (at) => putRight(at, visit.person, id, read.wentAt));
      return { close: 'all', say: { text: sayFor(visit)('clock.corrected') } };
    },
  };
}
