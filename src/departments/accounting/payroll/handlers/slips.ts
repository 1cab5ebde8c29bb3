import { claimOf } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { type Room, standingsOf } from '../desk.js';
import { may } from '../permissions.js';
import { beginReport, followSending } from '../service/report-sending.js';
import { pauseSending, resendTo, sendings, sendSlips } from '../service/sending.js';
import { ownSlips, resendOwn, slipNamed } from '../service/slips.js';
import { DESK, payrollSettings } from '../settings.js';
import { drawPayslip } from '../slips/pdf.js';
import { pauseClaim, slipsView } from '../views/slips.js';
import { no, words } from '../words.js';

/** `/payroll slips`: everybody's own, and for those who keep the payroll how far the sending has come. */
export function slipHandlers({ desk }: Room) {
  const view = async (visit: Visit, news?: string) =>
    desk.look(async (at) => {
      const sends = may('sendSlips', await standingsOf(at, visit.person.id));
      const own = await ownSlips(at, visit.person.id);
      return slipsView(words.in(visit.language), own, sends ? await sendings(at, visit.person.id) : null, news);
    });

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await view(visit) }),

    send: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, async (at) => {
        const { run } = await sendSlips(at, visit.person.id, visit.value);
        await beginReport(at, visit.person.id, run);
      });
      return { update: await view(visit, words.in(visit.language)('sending.begun')) };
    },

    pause: async (visit: ActionVisit): Promise<Answer> => {
      const claim = claimOf(pauseClaim, visit.value);
      if (claim === null) throw no('run.refused.noChoice');
      await desk.work(visit.key, async (at) => {
        const { run } = await pauseSending(at, visit.person.id, claim.runId, claim.isPaused);
        await followSending(at, run);
      });
      return {
        update: await view(visit, words.in(visit.language)(claim.isPaused ? 'sending.held' : 'sending.resumed')),
      };
    },

    /** On somebody's payslip in the run: an officer has it sent to them once more. */
    resend: async (visit: ActionVisit): Promise<Answer> => {
      const { name } = await desk.work(visit.key, (at) => resendTo(at, visit.person.id, visit.value, visit.key));
      return { say: { text: words.in(visit.language)('sending.resent', { name }) } };
    },

    again: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => resendOwn(at, visit.person.id, visit.value, visit.key));
      return { update: await view(visit, words.in(visit.language)('sending.coming')) };
    },
  };
}

/** Drawn when it is sent, and kept nowhere. */
export const drawSlip: DocumentSource = async (look, ref, language) => {
  const slip = await slipNamed(look, ref);
  if (!slip) return null;
  const { company } = await look.settings.get(DESK, payrollSettings);
  const say = words.in(language);
  const { from, until } = slip.period;
  const name = say.plain('slip.fileName', { from, until, number: slip.employeeNumber.replace(/[^\w-]/g, '_') });
  return { name, title: say.plain('slip.title'), bytes: await drawPayslip(slip, { company, language }) };
};
