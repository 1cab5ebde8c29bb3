import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { todayOf } from '../desk.js';
import { keepStretch, lookAtWeek, removeStretch } from '../service/stretches.js';
import { readStretch, readStretchPlace, type StretchPlace, stretchesView, stretchForm } from '../views/stretches.js';
import { no } from '../words.js';
import { type Room, sayFor, show } from './room.js';

/** `/timesheet clock`: what the clock counted, and what was pressed by mistake or forgotten. */
export function stretchHandlers({ desk }: Room) {
  const drawn = async (visit: Visit, { day, page }: StretchPlace, said?: 'form.saved' | 'stretches.removed') =>
    stretchesView(
      sayFor(visit),
      await desk.look((at) => lookAtWeek(at, visit.person, day)),
      page,
      said && sayFor(visit)(said),
    );
  const thisWeek = (visit: Visit): StretchPlace => ({ day: todayOf(visit.person, visit.now), page: 0, stint: null });

  const form = async (visit: ActionVisit, place: StretchPlace): Promise<Answer> => {
    const week = await desk.look((at) => lookAtWeek(at, visit.person, place.day));
    const stint = week.stints.find(({ id }) => id === place.stint) ?? null;
    if (place.stint !== null && !stint) throw no('refused.stretch.unknown');
    return { push: stretchForm(sayFor(visit), place, stint, week) };
  };

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await drawn(visit, thisWeek(visit)) }),
    show: async (visit: ActionVisit): Promise<Answer> =>
      show(visit, await drawn(visit, visit.value ? readStretchPlace(visit.value) : thisWeek(visit))),

    /** On today's date, where it is a day of the week that is shown. */
    add: async (visit: ActionVisit): Promise<Answer> => {
      const place = readStretchPlace(visit.value);
      const today = todayOf(visit.person, visit.now);
      const isThisWeek = today.until(place.day).total('days') <= 0 && place.day.until(today).total('days') < 7;
      return form(visit, { ...place, day: isThisWeek ? today : place.day, stint: null });
    },
    edit: (visit: ActionVisit): Promise<Answer> => form(visit, readStretchPlace(visit.value)),

    save: async (visit: FormVisit): Promise<Answer> => {
      const place = readStretchPlace(visit.view.privateMetadata);
      const read = readStretch(sayFor(visit), visit.view.values);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => keepStretch(at, visit.person, place.stint, read.told));
      return { beneath: await drawn(visit, place, 'form.saved') };
    },

    remove: async (visit: ActionVisit): Promise<Answer> => {
      const place = readStretchPlace(visit.value);
      await desk.work(visit.key, (at) => removeStretch(at, visit.person, place.stint ?? ''));
      return { update: await drawn(visit, place, 'stretches.removed') };
    },
  };
}
