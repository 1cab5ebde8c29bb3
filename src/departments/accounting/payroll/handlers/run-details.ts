import { answersOf } from '../../../../platform/answers.js';
import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import type { Room } from '../desk.js';
import { runFields } from '../run-ids.js';
import { searchSlips, seeFindings, seeSlip } from '../service/look.js';
import { letPass } from '../service/override.js';
import { mayResend } from '../service/sending.js';
import {
  type FindingsPlace,
  type PeoplePlace,
  readFindingsPlace,
  readPassPlace,
  readPeoplePlace,
  readSlipPlace,
} from '../views/claims.js';
import { findingsView, passForm } from '../views/run-findings.js';
import { runPeopleView } from '../views/run-people.js';
import { runSlipView } from '../views/run-slip.js';
import { words } from '../words.js';

/** What stands behind a run's sums: who is paid what and why, and what the checks found. */
export function runDetailHandlers({ desk }: Room) {
  const people = async (visit: Visit, { id, query, page }: PeoplePlace) => {
    const slips = await desk.look((at) => searchSlips(at, visit.person.id, id, query, page));
    return runPeopleView(words.in(visit.language), slips);
  };
  const findings = async (visit: Visit, { id, check, page }: FindingsPlace, news?: string) => {
    const found = await desk.look((at) => seeFindings(at, visit.person.id, id, check, page));
    return findingsView(words.in(visit.language), found, news);
  };
  const slip = async (visit: ActionVisit) => {
    const place = readSlipPlace(visit.value);
    const { id, number, currency } = place;
    return desk.look(async (at) => {
      const found = await seeSlip(at, visit.person.id, id, number, currency);
      return runSlipView(words.in(visit.language), found, place, await mayResend(at, visit.person.id, id));
    });
  };

  return {
    people: async (visit: ActionVisit): Promise<Answer> => ({
      push: await people(visit, readPeoplePlace(visit.value)),
    }),
    turnPeople: async (visit: ActionVisit): Promise<Answer> => ({
      update: await people(visit, readPeoplePlace(visit.value)),
    }),
    search: async ({ view, ...visit }: FormVisit): Promise<Answer> => {
      const { id } = readPeoplePlace(view.privateMetadata);
      const query = String(answersOf(view.values)[runFields.query] ?? '').trim();
      return { update: await people(visit, { id, query, page: 0 }) };
    },

    slip: async (visit: ActionVisit): Promise<Answer> => ({ push: await slip(visit) }),
    why: async (visit: ActionVisit): Promise<Answer> => ({ update: await slip(visit) }),

    findings: async (visit: ActionVisit): Promise<Answer> => ({
      push: await findings(visit, readFindingsPlace(visit.value)),
    }),
    turnFindings: async (visit: ActionVisit): Promise<Answer> => ({
      update: await findings(visit, readFindingsPlace(visit.value)),
    }),

    askToPass: async (visit: ActionVisit): Promise<Answer> => ({
      push: passForm(words.in(visit.language), readPassPlace(visit.value)),
    }),
    pass: async (visit: FormVisit): Promise<Answer> => {
      const { id, check, whom, page } = readPassPlace(visit.view.privateMetadata);
      const reason = String(answersOf(visit.view.values)[runFields.reason] ?? '');
      await desk.work(visit.key, (at) => letPass(at, visit.person.id, { runId: id, check, whom, reason }));
      return { update: await findings(visit, { id, check, page }, words.in(visit.language)('check.passed')) };
    },
  };
}
