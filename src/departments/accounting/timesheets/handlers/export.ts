import type { Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { writeCsv } from '../../../../platform/tables/write-csv.js';
import { writeXlsx } from '../../../../platform/tables/write-xlsx.js';
import { readingDesk, todayOf } from '../desk.js';
import { hoursTable } from '../export/table.js';
import { periodOf } from '../rules/periods.js';
import { checkExport, exportedHours, recordExport, scopesFor } from '../service/export.js';
import { DESK } from '../sheet.js';
import { exportForm, exportRef, exportWords, readExport, readExportRef } from '../views/export-form.js';
import { periodText } from '../views/texts.js';
import { words } from '../words.js';
import { type Room, sayFor } from './room.js';

export const EXPORT = `${DESK}.hours`;

/** `/timesheet export`: a file by direct message, drawn when it is sent. */
export const exportHandlers = ({ desk }: Room) => ({
  ask: async (visit: Visit): Promise<Answer> => {
    const { possible, period } = await desk.look(async (at) => ({
      possible: await scopesFor(at, visit.person.id),
      period: periodOf(todayOf(visit.person, visit.now), at.settings),
    }));
    return { open: exportForm(sayFor(visit), possible, period) };
  },

  send: async (visit: FormVisit): Promise<Answer> => {
    const say = sayFor(visit);
    const read = readExport(say, visit.view.values);
    if ('errors' in read) return read;
    const { wish, format } = read;
    await desk.work(visit.key, async (at) => {
      await checkExport(at, visit.person.id, wish);
      await recordExport(at, visit.person.id, wish);
      await at.outbox.document({
        to: visit.person.id,
        text: say('export.here', { period: periodText(say, wish.days) }),
        file: { source: EXPORT, ref: exportRef(wish, format, visit.person.id) },
        once: `${EXPORT}/${visit.key}`,
      });
    });
    return { say: { text: say('export.coming') } };
  },
});

/** Whoever asked must still have the right when the file is drawn. */
export const drawExport: DocumentSource = async (look, ref, language) => {
  const read = readExportRef(ref);
  const by = read && (await look.people.get(read.by));
  if (!read || !by) return null;
  const { wish, format } = read;
  const say = words.in(language);
  const table = hoursTable(await exportedHours(await readingDesk(look), by, wish), exportWords(say));
  const bytes = format === 'csv' ? writeCsv(table, language) : await writeXlsx(table);
  const name = `${say.plain('export.file')}-${wish.days.first}-${wish.days.last}.${format}`;
  return { name, title: name, bytes };
};
