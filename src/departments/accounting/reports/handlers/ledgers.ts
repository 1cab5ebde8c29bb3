import { claimOf, isRowId } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { require, todayOf } from '../desk.js';
import { problemsOf } from '../rules/columns.js';
import {
  addEntry,
  beginDraft,
  LARGEST_BYTES,
  mapDraft,
  previewOf,
  putBackFile,
  seeDraft,
  takeDraft,
  withdrawFile,
} from '../service/ledgers.js';
import { keepLines, seeLines } from '../service/lines.js';
import { ENTRIES_A_PAGE } from '../store/entries.js';
import { FILES_A_PAGE } from '../store/files.js';
import { filesView, fileView } from '../views/files.js';
import { entryForm, linesForm, readEntry, readLinesForm } from '../views/ledger-forms.js';
import { previewView } from '../views/preview.js';
import { mapForm, readMapping, readUpload, uploadClaim, uploadForm } from '../views/upload.js';
import { no } from '../words.js';
import { numberIn, type Room, redrawn, sayFor, shown } from './room.js';

/** Ledgers: uploaded, looked at before they count, corrected, withdrawn, and sorted into lines. */
export function ledgerHandlers({ office, desk }: Room) {
  const files = (visit: Visit, { page = 0, news }: { page?: number; news?: string } = {}) =>
    desk.look(async (at) => {
      await require(at, 'keepLedgers', visit.person.id);
      const list = await at.files.page(page);
      return filesView(sayFor(visit), { ...list, perPage: FILES_A_PAGE, ...(news && { news }) });
    });
  const mayKeep = (visit: Visit) => desk.look((at) => require(at, 'keepLedgers', visit.person.id));

  const bytesOf = async (fileId: string | null) => {
    const bytes = fileId ? await office.workspace.file(fileId, LARGEST_BYTES) : null;
    if (bytes === null) throw no('refused.noUpload', {}, 'file');
    if (bytes === 'tooLarge') throw no('refused.tooLarge', {}, 'file');
    return new Uint8Array(bytes);
  };

  /** After what was done in it: the list anew, or a sentence where none is open. */
  const done = async (visit: FormVisit, news: string): Promise<Answer> =>
    visit.view.previousViewId ? { beneath: await files(visit, { news }) } : { close: 'all', say: { text: news } };

  return {
    list: async (visit: Visit): Promise<Answer> => ({ open: await files(visit) }),
    turn: async (visit: ActionVisit): Promise<Answer> => {
      const view = await files(visit, { page: numberIn(visit.value) });
      return visit.view?.callbackId === view.callback_id ? redrawn(visit, view) : shown(visit, view);
    },

    upload: async (visit: Visit | ActionVisit): Promise<Answer> => {
      await mayKeep(visit);
      return shown(visit, uploadForm(sayFor(visit), null));
    },
    replace: async (visit: ActionVisit): Promise<Answer> => {
      const file = await desk.look(async (at) => {
        await require(at, 'keepLedgers', visit.person.id);
        return isRowId(visit.value) ? at.files.get(visit.value) : null;
      });
      if (file?.state !== 'counted') throw no('refused.noFile');
      return shown(visit, uploadForm(sayFor(visit), file));
    },
    /** Known columns lead to the preview at once, others are asked for. */
    look: async (visit: FormVisit): Promise<Answer> => {
      await mayKeep(visit);
      const claim = claimOf(uploadClaim, visit.view.privateMetadata);
      const { fileId, kind } = readUpload(visit.view);
      const bytes = await bytesOf(fileId);
      const name = (visit.view.values.file?.answer?.files?.[0]?.name ?? 'ledger.csv').slice(0, 200);
      const view = await desk.work(visit.key, async (at) => {
        const replacesId = claim?.replacesId ?? null;
        const replaced = replacesId ? await at.files.get(replacesId) : null;
        const file = { name, kind: replaced?.kind ?? kind, bytes, replacesId };
        const mapped = await beginDraft(at, visit.person.id, file);
        return mapped.draft.mapping
          ? previewView(sayFor(visit), await previewOf(at, mapped.draft))
          : mapForm(sayFor(visit), mapped);
      });
      return { update: view };
    },
    mapAgain: async (visit: ActionVisit): Promise<Answer> => {
      const mapped = await desk.look((at) => seeDraft(at, visit.person.id, visit.value));
      return { update: mapForm(sayFor(visit), mapped) };
    },
    map: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readMapping(say, visit.view, problemsOf);
      if ('errors' in read) return read;
      const id = visit.view.privateMetadata;
      return {
        update: previewView(say, await desk.work(visit.key, (at) => mapDraft(at, visit.person.id, id, read.mapping))),
      };
    },
    take: async (visit: FormVisit): Promise<Answer> => {
      const { file, preview } = await desk.work(visit.key, (at) =>
        takeDraft(at, visit.person.id, visit.view.privateMetadata),
      );
      const left = preview.rows.bad.length + preview.known.length + preview.rows.doubled.length;
      const say = sayFor(visit);
      const news = [
        say('files.done', { name: file.name, count: file.rows }),
        ...(left > 0 ? [say('files.left', { count: left })] : []),
      ];
      return done(visit, news.join(' '));
    },

    entry: async (visit: Visit | ActionVisit): Promise<Answer> => {
      const form = await desk.look(async (at) => {
        await require(at, 'keepLedgers', visit.person.id);
        return entryForm(sayFor(visit), { today: String(todayOf(at)), currency: at.settings.currency });
      });
      return shown(visit, form);
    },
    saveEntry: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readEntry(say, visit.view);
      if ('errors' in read) return read;
      const { kind, ...entry } = read.entry;
      const name = say.plain('entry.fileName', { account: entry.account });
      await desk.work(visit.key, (at) => addEntry(at, visit.person.id, entry, { kind, name }));
      return done(visit, say('entry.done'));
    },

    lines: async (visit: Visit | ActionVisit): Promise<Answer> => {
      const { settings, loose } = await desk.look((at) => seeLines(at, visit.person.id));
      return shown(visit, linesForm(sayFor(visit), settings, loose));
    },
    saveLines: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readLinesForm(say, visit.view);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => keepLines(at, visit.person.id, read));
      return done(visit, say('lines.done'));
    },

    openFile: async (visit: ActionVisit): Promise<Answer> => {
      const [id = '', page] = visit.value.split('/');
      const view = await desk.look(async (at) => {
        await require(at, 'keepLedgers', visit.person.id);
        const file = await at.files.get(id);
        if (!file) throw no('refused.noFile');
        const shownPage = Math.min(numberIn(page), Math.max(0, Math.ceil(file.rows / ENTRIES_A_PAGE) - 1));
        const entries = await at.entries.ofFile(id, shownPage);
        return fileView(sayFor(visit), { file, entries, page: shownPage, perPage: ENTRIES_A_PAGE });
      });
      return visit.view?.callbackId === view.callback_id ? redrawn(visit, view) : shown(visit, view);
    },
    withdraw: async (visit: ActionVisit): Promise<Answer> => {
      const file = await desk.work(visit.key, (at) => withdrawFile(at, visit.person.id, visit.value));
      const news = sayFor(visit)('files.withdrawn', { name: file.name });
      return redrawn(visit, await files(visit, { page: numberIn(visit.view?.privateMetadata), news }));
    },
    putBack: async (visit: ActionVisit): Promise<Answer> => {
      const file = await desk.work(visit.key, (at) => putBackFile(at, visit.person.id, visit.value));
      const news = sayFor(visit)('files.backAgain', { name: file.name });
      return redrawn(visit, await files(visit, { page: numberIn(visit.view?.privateMetadata), news }));
    },
  };
}
