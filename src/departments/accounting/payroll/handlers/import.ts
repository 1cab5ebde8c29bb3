import { answersOf } from '../../../../platform/answers.js';
import type { Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { UserError } from '../../../../platform/user-error.js';
import type { Room } from '../desk.js';
import { confirmImport, draftImport } from '../service/import/import-people.js';
import { FILE, LARGEST_BYTES } from '../service/import/read-table.js';
import { mayAdd } from '../service/people.js';
import { importForm, previewView } from '../views/import.js';
import { no, words } from '../words.js';

/** A list of people: uploaded, looked at, and then imported or not. */
export function importHandlers({ office, desk }: Room) {
  const { workspace } = office;
  const mayImport = (visit: Visit) => desk.look((at) => mayAdd(at, visit.person.id));

  /** The list holds pay: whatever came of it, it doesn't stay in Slack. Where the fault is ours, it is needed once more. */
  const readAndDiscard = async (visit: FormVisit, fileId: string) => {
    const bytes = await workspace.file(fileId, LARGEST_BYTES);
    if (bytes === null) throw no('import.refused.gone', {}, FILE);
    try {
      if (bytes === 'tooLarge') throw no('import.refused.tooLarge', {}, FILE);
      const preview = await desk.work(visit.key, (at) => draftImport(at, visit.person.id, bytes));
      return { ...preview, isDeleted: await workspace.discardFile(fileId) };
    } catch (error) {
      if (error instanceof UserError) await workspace.discardFile(fileId);
      throw error;
    }
  };

  return {
    open: async (visit: Visit) => {
      await mayImport(visit);
      return { open: importForm(words.in(visit.language)) };
    },

    look: async (visit: FormVisit): Promise<Answer> => {
      await mayImport(visit);
      const files = answersOf(visit.view.values)[FILE];
      const [fileId] = Array.isArray(files) ? files.map(String) : [];
      if (fileId === undefined) throw no('import.refused.gone', {}, FILE);
      return { update: previewView(words.in(visit.language), await readAndDiscard(visit, fileId)) };
    },

    confirm: async (visit: FormVisit): Promise<Answer> => {
      const say = words.in(visit.language);
      const id = visit.view.privateMetadata;
      const outcome = await desk.work(visit.key, (at) => confirmImport(at, visit.person.id, id));
      if (outcome.is === 'changed') {
        return { update: previewView(say, { id, ...outcome, isDeleted: null, changedMeanwhile: true }) };
      }
      const { added, changed } = outcome.plan;
      const counts = {
        added: say.plain('import.added', { count: added.length }),
        changed: say.plain('import.changed', { count: changed.length }),
      };
      return { close: 'all', say: { text: say('import.done', counts) } };
    },
  };
}
