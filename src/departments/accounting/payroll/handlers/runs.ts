import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import { daysText } from '../../../../platform/words/dates.js';
import type { Payroll, Room } from '../desk.js';
import type { PayRun } from '../run/pay-run.js';
import { markPaid } from '../service/approve.js';
import { monthOf, paydayAfter } from '../service/defaults.js';
import { listRuns, runWithDaysOf, seeRun } from '../service/look.js';
import { beginRun, discardRun, mayPrepare, recomputeRun, tryAgain, tryRun } from '../service/prepare.js';
import { submitRun, takeBackRun } from '../service/submit.js';
import { readRunForm, runForm } from '../views/run-form.js';
import { runListNote } from '../views/run-list.js';
import { discardedView, runView } from '../views/run-view.js';
import { no, words } from '../words.js';

/** Pay runs from the first look to the last: prepared, submitted, paid. */
export function runHandlers({ desk }: Room) {
  const view = async (visit: Visit, id: string, news?: string) => {
    const overview = await desk.look((at) => seeRun(at, visit.person.id, id));
    return runView(words.in(visit.language), overview, news);
  };
  const list = async (visit: Visit, page: number) => {
    const runs = await desk.look((at) => listRuns(at, visit.person.id, page));
    return runListNote(words.in(visit.language), runs);
  };
  /** Does something with the run that the button names, and shows it as it is then. */
  const change =
    (act: (at: Payroll, by: string, id: string) => Promise<unknown>, news: 'takenBack' | 'markedPaid') =>
    async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => act(at, visit.person.id, visit.value));
      return { update: await view(visit, visit.value, words.in(visit.language)(`run.view.${news}`)) };
    };

  return {
    list: async (visit: CommandVisit) => ({ say: await list(visit, 0) }),
    turnList: async (visit: ActionVisit) => ({ replace: await list(visit, Number(visit.value) || 0) }),
    open: async (visit: ActionVisit) => ({ open: await view(visit, visit.value) }),

    /** `/payroll run 2026-11` opens the run of that month, if there is one. */
    begin: async (visit: CommandVisit): Promise<Answer> => {
      const { period, run, payday } = await desk.look(async (at) => {
        await mayPrepare(at, visit.person.id);
        const month =
          readMonth(visit.text) ?? dayIn(at.office.timeZone, visit.now).toPlainYearMonth().subtract({ months: 1 });
        const period = monthOf(month);
        const run = visit.text ? await runWithDaysOf(at, visit.person.id, period) : null;
        const holidays = new Set(at.office.holidays.map(({ date }) => date));
        return { period, run, payday: paydayAfter(period, holidays) };
      });
      if (run) return { open: await view(visit, run.id) };
      return { open: runForm(words.in(visit.language), { period, payday }) };
    },

    compute: async (visit: FormVisit): Promise<Answer> => {
      const read = readRunForm(words.in(visit.language), visit.view);
      if ('errors' in read) return read;
      const computed = await desk.look((at) => tryRun(at, visit.person.id, read.wish));
      const run = await desk.work(visit.key, (at) => beginRun(at, visit.person.id, computed));
      return { update: await view(visit, run.id) };
    },

    recompute: async (visit: ActionVisit): Promise<Answer> => {
      const computed = await desk.look((at) => tryAgain(at, visit.person.id, visit.value));
      const run: PayRun = await desk.work(visit.key, (at) => recomputeRun(at, visit.person.id, computed));
      return { update: await view(visit, run.id, words.in(visit.language)('run.view.recomputed')) };
    },

    submit: async (visit: ActionVisit): Promise<Answer> => {
      const { run, deciders } = await desk.work(visit.key, (at) => submitRun(at, visit.person.id, visit.value));
      const news = words.in(visit.language)('run.view.submitted', { count: deciders.length });
      return { update: await view(visit, run.id, news) };
    },

    takeBack: change(takeBackRun, 'takenBack'),
    markPaid: change(markPaid, 'markedPaid'),

    discard: async (visit: ActionVisit): Promise<Answer> => {
      const run = await desk.work(visit.key, (at) => discardRun(at, visit.person.id, visit.value));
      const say = words.in(visit.language);
      return { update: discardedView(say, daysText(run.period, visit.language)) };
    },
  };
}

/** Null: nothing was typed. */
function readMonth(text: string): Temporal.PlainYearMonth | null {
  if (text === '') return null;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw no('run.refused.noMonth');
  return Temporal.PlainYearMonth.from(text);
}
