import type { ActionVisit, Answer, FormVisit, SearchVisit } from '../../../../platform/doors/doors.js';
import { folded } from '../../../../platform/words/folded.js';
import { correctSheet } from '../service/hand-in.js';
import { seeSheet } from '../service/place.js';
import { writeDay } from '../service/write.js';
import { readPlace, type Shown } from '../views/claims.js';
import { correctForm, readCorrection } from '../views/correct-form.js';
import { dayForm, projectOptions, readDay } from '../views/day-form.js';
import { drawSheet, type Room, sayFor } from './room.js';

/** The forms that stand on top of a sheet's: one day, and why a locked sheet is corrected. */
export function dayHandlers(room: Room) {
  const { desk } = room;
  const dayAt = (visit: ActionVisit | FormVisit, { day, ...shown }: Shown) =>
    desk.look(async (at) => {
      const { sheet } = await seeSheet(at, visit.person.id, { ...shown, day });
      const entries = (sheet?.entries ?? []).filter((entry) => entry.day.equals(day));
      const projects = await at.projects.many(entries.flatMap(({ projectId }) => projectId ?? []));
      const hasProjects = (await at.projects.open()).length > 0;
      return { shown: { ...shown, day, edition: sheet?.edition }, entries, projects, hasProjects };
    });

  return {
    edit: async (visit: ActionVisit): Promise<Answer> => ({
      push: dayForm(sayFor(visit), await dayAt(visit, readPlace(visit.value))),
    }),

    /** The sheet under it is drawn anew, with the day as it is now. */
    save: async (visit: FormVisit): Promise<Answer> => {
      const shown = readPlace(visit.view.privateMetadata);
      const { entries: before } = await dayAt(visit, shown);
      const read = readDay(sayFor(visit), visit.view.values, shown.day, before);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => writeDay(at, visit.person.id, shown, shown.edition ?? 0, read.entries));
      return {
        beneath: await drawSheet(room, visit, shown, { notice: sayFor(visit)('form.saved'), turn: shown.turn ?? 0 }),
      };
    },

    findProject: async ({ query, ...visit }: SearchVisit) => {
      const wanted = folded(query);
      const projects = await desk.look(({ projects: store }) => store.open());
      return projectOptions(
        sayFor(visit),
        projects.filter(({ name }) => folded(name).includes(wanted)),
      );
    },

    askWhy: async (visit: ActionVisit): Promise<Answer> => ({
      push: correctForm(sayFor(visit), readPlace(visit.value)),
    }),

    correct: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readCorrection(say, visit.view);
      if ('errors' in read) return { errors: read.errors };
      await desk.work(visit.key, (at) => correctSheet(at, visit.person.id, read.place, read.reason));
      return { beneath: await drawSheet(room, visit, read.place, { notice: say('form.correctionBegun') }) };
    },
  };
}
