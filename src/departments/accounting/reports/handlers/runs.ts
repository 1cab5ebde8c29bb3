import type { ModalView } from '@slack/types';
import { isRowId } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { todayOf } from '../desk.js';
import type { Plan, Report } from '../report.js';
import { lastPeriod } from '../rules/span.js';
import { compose } from '../service/compose.js';
import { deliver, prepare, reachable } from '../service/deliver.js';
import { seePlan, sourceFor } from '../service/plans.js';
import { openRun } from '../service/runs.js';
import { RUNS_A_PAGE, runsIn } from '../store/runs.js';
import { drawReport, writeReport } from '../views/files-of-report.js';
import { historyView } from '../views/plans.js';
import { reportView } from '../views/report.js';
import { no, words } from '../words.js';
import { numberIn, type Room, redrawn, sayFor, shown } from './room.js';

/** One time that a report is told: looked at, tried, sent, and found again. */
export function runHandlers({ office, desk }: Room) {
  return {
    /** What the newest whole period comes to, for whoever asks. */
    figures: (visit: Visit, plan: Plan): Promise<ModalView> =>
      desk.look(async (at) => {
        const offered = await sourceFor(at, visit.person.id, plan.source);
        const days = lastPeriod(plan.period, todayOf(at));
        const { person, language } = visit;
        const wanted = { offered, period: plan.period, days, language, readerId: person.id };
        return reportView(sayFor(visit), await compose(at.look, wanted));
      }),

    preview: async (visit: ActionVisit, plan: Plan) => {
      const ready = await desk.look(async (at) => {
        await sourceFor(at, visit.person.id, plan.source);
        return prepare(at, plan, lastPeriod(plan.period, todayOf(at)), visit.person.id);
      });
      const how = { dueKey: `preview/${visit.key}`, byId: visit.person.id, isPreview: true };
      return desk.work(visit.key, (at) => deliver(at, ready, how));
    },

    sendNow: async (visit: ActionVisit, plan: Plan) => {
      const ready = await desk.look(async (at) => {
        await sourceFor(at, visit.person.id, plan.source);
        return prepare(at, plan, lastPeriod(plan.period, todayOf(at)));
      });
      const sent = await reachable(office.workspace, ready);
      return desk.work(visit.key, (at) => deliver(at, sent, { dueKey: `now/${visit.key}`, byId: visit.person.id }));
    },

    history: async (visit: ActionVisit): Promise<Answer> => {
      const [id = '', page] = visit.value.split('/');
      const view = await desk.look(async (at) => {
        const plan = await seePlan(at, visit.person.id, id);
        return historyView(sayFor(visit), { plan, ...(await at.runs.page(id, numberIn(page))), perPage: RUNS_A_PAGE });
      });
      return visit.view?.callbackId === view.callback_id ? redrawn(visit, view) : shown(visit, view);
    },

    /** From the message or the history: the whole table as it was told. */
    openRun: async (visit: ActionVisit): Promise<Answer> => {
      if (!isRowId(visit.value)) throw no('refused.noRun');
      const place = visit.message?.channel ?? null;
      const report = await desk.look((at) => openRun(at, visit.person, visit.value, place));
      return shown(visit, reportView(sayFor(visit), report));
    },
  };
}

/** A file beside a report, drawn from what was told when it is sent. */
const fromRun =
  (draw: (say: ReturnType<typeof words.in>, report: Report) => ReturnType<DocumentSource>): DocumentSource =>
  async ({ db, now }, ref, language) => {
    const [id = '', key = ''] = ref.split('/');
    const report = await runsIn(db, now).report(id, key);
    return report && draw(words.in(language), report);
  };

export const drawChart = fromRun(drawReport);
export const drawTable = fromRun(async (say, report) => writeReport(say, report));
