import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import type { Payroll, Room } from '../desk.js';
import { addEmployee, changeEmployee, listPeople, mayAdd, seeEmployee, Unkept } from '../service/people.js';
import { errorsOf, readEmployeeForm } from '../views/employee-answers.js';
import { employeeView, newEmployeeView } from '../views/employee-form.js';
import { type Place, peopleNote, readPlace } from '../views/people-list.js';
import { words } from '../words.js';

/** Who is on the payroll: the list, and one of them at a time. */
export function peopleHandlers({ desk }: Room) {
  const show = (visit: Visit, { query, page }: Place) =>
    desk.look(async (at) => {
      const list = await listPeople(at, visit.person.id, query, page);
      const today = visit.now.toZonedDateTimeISO(at.office.timeZone).toPlainDate();
      return peopleNote(words.in(visit.language), list, query, today);
    });

  return {
    list: async (visit: CommandVisit) => {
      const query = readableText(visit.text).trim().slice(0, 100);
      return { say: await show(visit, { query, page: 0 }) };
    },
    turnPage: async (visit: ActionVisit) => ({ replace: await show(visit, readPlace(visit.value)) }),

    open: async (visit: ActionVisit) => {
      const file = await desk.look((at) => seeEmployee(at, visit.person.id, visit.value));
      return { open: employeeView(words.in(visit.language), file) };
    },

    add: async (visit: Visit) => {
      const { currency } = await desk.look(async (at) => {
        await mayAdd(at, visit.person.id);
        return at.settings;
      });
      return { open: newEmployeeView(words.in(visit.language), currency) };
    },

    save: async (visit: FormVisit): Promise<Answer> => {
      const say = words.in(visit.language);
      const { seen, written } = readEmployeeForm(visit.view);
      const { number, mark } = seen;
      const by = visit.person.id;
      const keep = (at: Payroll) =>
        number === null ? addEmployee(at, by, written) : changeEmployee(at, by, { number, mark }, written);
      try {
        const { name } = await desk.work(visit.key, keep);
        return { close: 'all', say: { text: say('people.saved', { name }) } };
      } catch (error) {
        if (error instanceof Unkept) return { errors: errorsOf(say, error.bad) };
        throw error;
      }
    },
  };
}
