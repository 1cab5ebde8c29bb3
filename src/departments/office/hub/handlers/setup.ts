import type { ActionVisit, Answer, SearchVisit, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import { requireAdmin } from '../service/admins.js';
import { hasSetup, stateOf } from '../service/state.js';
import { zonesLike } from '../time-zones.js';
import { deskForm } from '../views/desk-form.js';
import { freshDraft, holidaysForm } from '../views/holidays-form.js';
import { officeForm, zoneOption } from '../views/office-form.js';
import { setupList } from '../views/setup-list.js';
import { no } from '../words.js';
import { type Reception, sayTo, show } from './reception.js';

/** The list of all that can be set up, and the forms that it leads to. For admins. */
export function setupHandlers({ office, desks }: Reception) {
  const onlyAdmins = ({ person }: Visit) => office.read((look) => requireAdmin(look, person.id));

  const state = async (visit: Visit) => {
    await onlyAdmins(visit);
    return stateOf(office, desks);
  };

  const list = async (visit: Visit): Promise<Answer> => {
    const now = await state(visit);
    return show(visit, setupList(now, sayTo(visit), dayIn(now.settings.timeZone, visit.now)));
  };

  return {
    list,
    showOffice: async (visit: ActionVisit) => {
      const { settings } = await state(visit);
      return show(visit, officeForm(settings, sayTo(visit), visit.now));
    },
    showHolidays: async (visit: ActionVisit) => {
      const { settings } = await state(visit);
      const today = dayIn(settings.timeZone, visit.now);
      return show(visit, holidaysForm(freshDraft(settings.holidays, today), sayTo(visit), today));
    },
    showDesk: async (visit: ActionVisit) => {
      const desk = (await state(visit)).desks.find((one) => one.desk.name === visit.value && hasSetup(one.desk));
      if (!desk) throw no('desk.gone');
      return show(visit, deskForm(desk, sayTo(visit)));
    },
    /** The desk's own form goes on top: whoever closes it is back here. */
    showMore: async (visit: ActionVisit): Promise<Answer | undefined> => {
      await onlyAdmins(visit);
      const more = desks.find(({ name }) => name === visit.value)?.setup?.more;
      if (!more) throw no('desk.gone');
      const { open, ...answer } = (await more.open(visit)) ?? {};
      return open ? { ...answer, push: open } : answer;
    },
    zones: async ({ query, now }: SearchVisit) =>
      zonesLike(query)
        .slice(0, 100)
        .map((zone) => zoneOption(zone, now)),
  };
}
