import { z } from 'zod';
import { button } from '../../../../platform/blocks.js';
import { dateAt } from '../../../../platform/calendar/wall-clock.js';
import { barOption } from '../../../../platform/charts/chart.js';
import { drawChart } from '../../../../platform/charts/draw.js';
import { claimOf } from '../../../../platform/claims.js';
import type {
  ActionVisit,
  Answer,
  CommandVisit,
  FormVisit,
  OpenThing,
  Visit,
} from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { writeCsv } from '../../../../platform/tables/write-csv.js';
import { DESK } from '../call.js';
import { readingDesk } from '../desk.js';
import { ids, numbered } from '../ids.js';
import { logTable, recordExport } from '../service/export.js';
import { type Filter, type LogPlace, readLog, START, waitingFor } from '../service/look.js';
import { periods, readStatistics } from '../service/statistics.js';
import { callLine, homeBlocks } from '../views/home.js';
import { logView, placeIn, placeText, readPlace } from '../views/log.js';
import { chartText, hoursChart, statisticsView } from '../views/statistics.js';
import { words } from '../words.js';
import { type Room, sayFor } from './room.js';

export const CSV = `${DESK}.log`;
export const PICTURE = `${DESK}.hours`;

/** Lists of calls: the log, its file, its figures, and what waits for somebody. */
export function listHandlers({ desk }: Room) {
  const viewAt = async (visit: Visit, place: LogPlace) =>
    logView(sayFor(visit), await desk.look((at) => readLog(at, visit.person.id, place)));
  const listOf =
    (filter: Filter) =>
    async (visit: Visit): Promise<Answer> => ({
      open: await viewAt(visit, { ...START, filter }),
    });
  const figures = async (visit: Visit, days: number) =>
    statisticsView(sayFor(visit), await desk.look((at) => readStatistics(at, visit.person.id, days)));

  const waiting = async (visit: Visit) => desk.look((at) => waitingFor(at, visit.person.id));

  return {
    mine: listOf('mine'),
    openCalls: listOf('open'),
    log: listOf('all'),
    search: async (visit: CommandVisit): Promise<Answer> => ({
      open: await viewAt(visit, { ...START, filter: 'all', words: readableText(visit.text).trim().slice(0, 200) }),
    }),

    /** Another page, filter or day. */
    turn: async (visit: ActionVisit): Promise<Answer> => {
      if (!visit.view || visit.onHome) return { open: await viewAt(visit, readPlace(visit.value)) };
      const here = placeIn(visit.view);
      const part = visit.actionId.split(':')[1];
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(visit.value);
      if (part === 'since' || part === 'until') {
        return { update: await viewAt(visit, { ...here, [part]: isDay ? visit.value : null }) };
      }
      if (part === 'filter')
        return { update: await viewAt(visit, readPlace(placeText({ ...here, filter: visit.value as Filter }))) };
      return { update: await viewAt(visit, readPlace(visit.value)) };
    },
    find: async (visit: FormVisit): Promise<Answer> => ({ update: await viewAt(visit, placeIn(visit.view)) }),

    /** A file by direct message, drawn when it is sent. */
    csv: async (visit: ActionVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const place = readPlace(visit.value);
      await desk.work(visit.key, async (at) => {
        await recordExport(at, visit.person.id);
        await at.outbox.document({
          to: visit.person.id,
          text: say('csv.here'),
          file: { source: CSV, ref: JSON.stringify({ by: visit.person.id, place }) },
          once: `${CSV}/${visit.key}`,
        });
      });
      return { say: { text: say('csv.coming') } };
    },

    statistics: async (visit: Visit): Promise<Answer> => ({ open: await figures(visit, periods[1]) }),
    turnStatistics: async (visit: ActionVisit): Promise<Answer> => ({
      update: await figures(visit, periods.find((days) => String(days) === visit.value) ?? periods[1]),
    }),
    picture: async (visit: ActionVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const days = periods.find((one) => String(one) === visit.value) ?? periods[1];
      await desk.work(visit.key, async (at) => {
        const statistics = await readStatistics(at, visit.person.id, days);
        await at.outbox.document({
          to: visit.person.id,
          text: chartText(say, statistics),
          file: { source: PICTURE, ref: JSON.stringify({ by: visit.person.id, days }) },
          once: `${PICTURE}/${visit.key}`,
        });
      });
      return { say: { text: say('statistics.coming') } };
    },

    home: async (visit: Visit) => homeBlocks(sayFor(visit), await waiting(visit)),
    openThings: async (visit: Visit): Promise<OpenThing[]> => {
      const say = sayFor(visit);
      return (await waiting(visit)).calls.map((call) => ({
        text: callLine(say, call),
        button: button(numbered(ids.openCall, call.number), say.plain('card.open'), { value: String(call.number) }),
      }));
    },
  };
}

const csvRef = z.object({ by: z.string(), place: z.unknown() });
const pictureRef = z.object({ by: z.string(), days: z.int().positive() });

/** Whoever asked must still have the right when the file is drawn. */
export const drawCsv: DocumentSource = async (look, ref, language) => {
  const read = claimOf(csvRef, ref);
  if (!read) return null;
  const say = words.in(language);
  const at = await readingDesk(look);
  const table = await logTable(at, read.by, readPlace(JSON.stringify(read.place)), say);
  const name = `${say.plain('csv.file')}-${dateAt(at.now, at.calendar.timeZone)}.csv`;
  return { name, title: name, bytes: writeCsv(table, language) };
};

export const drawPicture: DocumentSource = async (look, ref, language) => {
  const read = claimOf(pictureRef, ref);
  if (!read) return null;
  const say = words.in(language);
  const statistics = await readStatistics(await readingDesk(look), read.by, read.days);
  const title = say.plain('statistics.chart', { count: read.days });
  return {
    name: `${say.plain('csv.file')}.png`,
    title,
    bytes: await drawChart(barOption(hoursChart(say, statistics))),
  };
};
