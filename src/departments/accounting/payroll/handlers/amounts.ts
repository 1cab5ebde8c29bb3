import type { ActionVisit, Answer, FormVisit, SearchVisit, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import type { Room } from '../desk.js';
import {
  findEmployees,
  keepAdjustment,
  openAdjustment,
  removeAdjustment,
  seeAdjustments,
} from '../service/adjustments.js';
import { amountForm, employeeOption, readAmount } from '../views/amount-form.js';
import { amountsView, sizeText } from '../views/amounts.js';
import { words } from '../words.js';

const MOST_OPTIONS = 100;

/** Allowances and deductions: what stands on payslips besides the hours. */
export function amountHandlers({ desk }: Room) {
  const list = (visit: Visit, page: number, news?: string) =>
    desk.look(async (at) =>
      amountsView(words.in(visit.language), await seeAdjustments(at, visit.person.id), page, news),
    );
  const form = (visit: Visit, id: string | null) =>
    desk.look(async (at) => {
      const { adjustment, employee } = await openAdjustment(at, visit.person.id, id);
      const today = String(dayIn(at.office.timeZone, at.now));
      return amountForm(words.in(visit.language), adjustment, employee, today);
    });

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await list(visit, 0) }),
    turn: async (visit: ActionVisit): Promise<Answer> => ({ update: await list(visit, Number(visit.value) || 0) }),
    add: async (visit: ActionVisit): Promise<Answer> => ({ push: await form(visit, null) }),
    edit: async (visit: ActionVisit): Promise<Answer> => ({ push: await form(visit, visit.value) }),

    save: async (visit: FormVisit): Promise<Answer> => {
      const say = words.in(visit.language);
      const { currency } = await desk.look(async ({ settings }) => settings);
      const read = readAmount(say, visit.view, currency);
      if ('errors' in read) return read;
      const id = visit.view.privateMetadata || null;
      const kept = await desk.work(visit.key, (at) => keepAdjustment(at, visit.person.id, id, read.wish));
      const news = say('amounts.saved', { name: kept.name, size: sizeText(say, kept) });
      return { beneath: await list(visit, 0, news) };
    },

    remove: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => removeAdjustment(at, visit.person.id, visit.value));
      return { update: await list(visit, 0, words.in(visit.language)('amounts.removed')) };
    },

    search: async ({ query, ...visit }: SearchVisit) => {
      const found = await desk.look((at) => findEmployees(at, visit.person.id, query));
      return found.slice(0, MOST_OPTIONS).map(employeeOption);
    },
  };
}
