import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import { UserError } from '../../../../platform/user-error.js';
import { readReceipt, readReference } from '../receipts.js';
import { accessTo } from '../service/access.js';
import { type Raised, raise } from '../service/raise.js';
import { answer, ownComplaints, type Proof, seeOwn } from '../service/reporter.js';
import { complaintForm, readForm, receivedView, type TakenFiles } from '../views/form.js';
import {
  type OwnClaim,
  ownList,
  ownView,
  readAnswer,
  readOwnClaim,
  readReceiptField,
  receiptForm,
} from '../views/own.js';
import { no } from '../words.js';
import { type Room, sayFor } from './room.js';
import { countTries } from './tries.js';

/** Larger files are refused: they would have to be kept in the database. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** Complaining, and what whoever complained sees of it afterwards. */
export function complainHandlers({ office, desk }: Room) {
  const tries = countTries();

  const form = async (visit: Visit, typed = ''): Promise<Answer> => {
    const page = await desk.look(async (at) => {
      const nobody = { parties: { reporterId: visit.person.id, exclusions: [], grantedIds: [], links: [] } };
      const access = await accessTo(at, [{ id: '', ...nobody } as never]);
      return { handlers: [...(access.get('')?.handlers ?? [])], outside: at.settings.outside };
    });
    return { open: complaintForm(sayFor(visit), { ...page, typed }) };
  };

  const proofOf = (visit: Visit, claim: OwnClaim): Proof =>
    'receipt' in claim ? claim : { by: visit.person, ...claim };

  /** A wrong receipt counts, whether or not there is anything; so does nothing else. */
  async function withReceipt<Done>(visit: Visit, look: () => Promise<Done>): Promise<Done> {
    if (!tries.isAllowed(visit.person.id, visit.now)) throw no('refused.tooManyTries', {}, 'receipt');
    try {
      return await look();
    } catch (error) {
      if (error instanceof UserError) tries.failed(visit.person.id, visit.now);
      throw error;
    }
  }

  const show = async (visit: Visit, claim: OwnClaim, said?: 'own.sent') => {
    const proof = proofOf(visit, claim);
    const look = () => desk.look((at) => seeOwn(at, proof));
    const own = await ('receipt' in claim ? withReceipt(visit, look) : look());
    return ownView(sayFor(visit), own, claim, said && sayFor(visit)(said));
  };

  const typedReceipt = (typed: string): string => {
    const receipt = readReceipt(typed);
    if (receipt === null) throw no('refused.noReceipt', {}, 'receipt');
    return receipt;
  };

  const list = async (visit: Visit) => ownList(sayFor(visit), await desk.look((at) => ownComplaints(at, visit.person)));

  /** Files are taken over once the complaint is kept; what Slack doesn't let go isn't taken, and its owner is told. */
  async function takeFiles({ complaint }: Raised, fileIds: readonly string[], names: ReadonlyMap<string, string>) {
    const taken: { kept: string[]; refused: string[] } = { kept: [], refused: [] };
    for (const fileId of fileIds) {
      const name = names.get(fileId) ?? fileId;
      const bytes = await office.workspace.file(fileId, LARGEST_FILE);
      const isTaken =
        bytes !== null &&
        bytes !== 'tooLarge' &&
        (await desk.workUnseen(async (at) => {
          const kept = await at.entries.addFile(complaint.id, name, bytes);
          if (await office.workspace.discardFile(fileId)) return true;
          await at.entries.removeFile(kept.id);
          return false;
        }));
      (isTaken ? taken.kept : taken.refused).push(name);
    }
    return taken satisfies TakenFiles;
  }

  return {
    /** What was typed stands in the form. */
    openFromCommand: (visit: CommandVisit) => form(visit, readableText(visit.text)),
    open: (visit: Visit) => form(visit),
    openWith: (visit: Visit, text: string) => form(visit, text),

    submit: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readForm(say, visit.view);
      if ('errors' in read) return read;
      const raised = await desk.workUnseen((at) => raise(at, visit.person.id, read.told));
      const files = Object.values(visit.view.values).flatMap((fields) =>
        Object.values(fields).flatMap((value) => value.files ?? []),
      );
      const names = new Map(files.map(({ id, name }) => [id, name]));
      return { update: receivedView(say, raised, await takeFiles(raised, read.fileIds, names)) };
    },

    /** `/complaint receipt 1234-…`, or a form that asks for it. */
    receipt: async (visit: CommandVisit): Promise<Answer> => {
      if (visit.text.trim() === '') return { open: receiptForm(sayFor(visit)) };
      const claim = await withReceipt(visit, async () => ({ receipt: typedReceipt(visit.text) }));
      return { open: await show(visit, claim) };
    },
    askReceipt: async (visit: ActionVisit): Promise<Answer> => ({ open: receiptForm(sayFor(visit)) }),
    openReceipt: async (visit: FormVisit): Promise<Answer> => {
      const claim = await withReceipt(visit, async () => ({ receipt: typedReceipt(readReceiptField(visit.view)) }));
      return { update: await show(visit, claim) };
    },

    mine: async (visit: Visit): Promise<Answer> => ({ open: await list(visit) }),
    openOwn: async (visit: ActionVisit): Promise<Answer> => {
      const reference = readReference(visit.value);
      const view = reference === null ? await list(visit) : await show(visit, { reference });
      return visit.view && !visit.onHome ? { push: view } : { open: view };
    },

    send: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const text = readAnswer(visit.view);
      if (text === '') return { errors: { answer: say.plain('act.missing') } };
      const claim = readOwnClaim(visit.view);
      await desk.workUnseen((at) => answer(at, proofOf(visit, claim), text));
      return { update: await show(visit, claim, 'own.sent') };
    },
  };
}
