import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { type Room, standingsOf } from '../desk.js';
import { may } from '../permissions.js';
import { ownSlips, resendOwn, sendings, sendSlips, slipNamed } from '../service/slips.js';
import { DESK, payrollSettings } from '../settings.js';
import { drawPayslip } from '../slips/pdf.js';
import { slipsView } from '../views/slips.js';
import { words } from '../words.js';

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
      await desk.work(visit.key, (at) => sendSlips(at, visit.person.id, visit.value));
      return { update: await view(visit, words.in(visit.language)('sending.begun')) };
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
