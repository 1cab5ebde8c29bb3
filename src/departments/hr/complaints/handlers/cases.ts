import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readReference } from '../receipts.js';
import { complaintFor } from '../service/access.js';
import { sendFile } from '../service/files.js';
import { handle } from '../service/handle.js';
import { countOpen, listCases, readCase } from '../service/look.js';
import { actForm, readAct } from '../views/act-form.js';
import { asking, caseView, type Step } from '../views/case.js';
import { casesView, type ListPlace, readListPlace } from '../views/cases.js';
import { homeBlocks } from '../views/home.js';
import { no, words } from '../words.js';
import { type Room, sayFor } from './room.js';

/** Handling complaints: the list, a case, and each step in it. */
export function caseHandlers({ desk }: Room) {
  const listAt = async (visit: Visit, place: ListPlace, text = '') =>
    casesView(sayFor(visit), await desk.look((at) => listCases(at, visit.person, place.filter, text)), place);

  /** The key of a request is for the change that it makes; looking at the case again is no change. */
  const caseAt = async (visit: Visit, name: string, back = 0, said?: 'case.done') =>
    caseView(
      sayFor(visit),
      await desk.workUnseen((at) => readCase(at, visit.person, name)),
      back,
      said && sayFor(visit)(said),
    );

  return {
    list: async (visit: CommandVisit): Promise<Answer> => ({
      open: await listAt(visit, { filter: 'open', page: 0 }, visit.text),
    }),
    turn: async (visit: ActionVisit): Promise<Answer> => {
      const view = await listAt(visit, readListPlace(visit.value));
      return visit.view && !visit.onHome ? { update: view } : { open: view };
    },

    openNamed: async (visit: CommandVisit): Promise<Answer> => {
      const reference = readReference(visit.text);
      if (reference === null) throw no('refused.noCase');
      return { open: await caseAt(visit, reference) };
    },
    open: async (visit: ActionVisit): Promise<Answer> => {
      const view = await caseAt(visit, visit.value);
      return visit.view && !visit.onHome ? { push: view } : { open: view };
    },
    older: async (visit: ActionVisit): Promise<Answer> => {
      const [back = '', id = ''] = visit.value.split('/');
      return { update: await caseAt(visit, id, /^\d{1,4}$/.test(back) ? Number(back) : 0) };
    },

    ask: async (visit: ActionVisit): Promise<Answer> => {
      const [name = '', id = ''] = visit.value.split('/');
      const act = asking.find((one) => one === name) satisfies Step | undefined;
      if (!act) throw no('refused.gone');
      const { complaint, reader } = await desk.look(async (at) => {
        const found = await complaintFor(at, visit.person.id, 'handle', id);
        const { reporterId } = found.complaint.parties;
        const person = reporterId === null ? null : await at.people.get(reporterId);
        return { ...found, reader: person?.language ?? visit.language };
      });
      return { push: actForm(sayFor(visit), act, complaint, words.in(reader)) };
    },

    /** Whoever took themselves out of it by this has nothing to be shown any more. */
    act: async (visit: FormVisit): Promise<Answer> => {
      const read = readAct(sayFor(visit), visit.view);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => handle(at, visit.person.id, read.id, read.doing));
      if (read.doing.act === 'exclude' && read.doing.personId === visit.person.id) return { close: 'all' };
      return { beneath: await caseAt(visit, read.id, 0, 'case.done') };
    },

    recuse: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => handle(at, visit.person.id, visit.value, { act: 'recuse' }));
      return { update: await listAt(visit, { filter: 'open', page: 0 }) };
    },

    hold: async (visit: ActionVisit): Promise<Answer> => {
      const [what = '', id = ''] = visit.value.split('/');
      await desk.work(visit.key, (at) => handle(at, visit.person.id, id, { act: 'hold', isHeld: what === 'hold' }));
      return { update: await caseAt(visit, id, 0, 'case.done') };
    },

    sendFile: async (visit: ActionVisit): Promise<Answer> => {
      const [id = '', fileId = ''] = visit.value.split('/');
      const text = sayFor(visit)('letter.file');
      await desk.work(visit.key, (at) => sendFile(at, visit.person, id, fileId, text, visit.key));
      return { update: await caseAt(visit, id, 0, 'case.done') };
    },

    home: async (visit: Visit) => homeBlocks(sayFor(visit), await desk.look((at) => countOpen(at, visit.person))),
  };
}
