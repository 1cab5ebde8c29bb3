import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { Words } from '../../../platform/words/define.js';
import { reportCommand } from './commands.js';
import { atDesk, openDesk } from './desk.js';
import { ledgerHandlers } from './handlers/ledgers.js';
import { planHandlers } from './handlers/plans.js';
import { drawChart, drawTable, runHandlers } from './handlers/runs.js';
import { ids } from './ids.js';
import { jobsOf } from './jobs.js';
import { DESK } from './ledger.js';
import { CHART, TABLE } from './letters/report.js';
import { forget } from './service/forget.js';
import { followOffice } from './service/plans.js';
import { revenueReport } from './service/revenue.js';
import { sourcesOf } from './service/sources.js';
import { setup } from './setup.js';
import { timersOf } from './timers.js';
import { words } from './words.js';

/** Reports: what the desks and the ledgers tell of a week or a month, compared, drawn, and sent to whom it concerns. */
export function reports(office: Office, desks: readonly Desk[]): Desk {
  const own = { words: words as Words, reports: [revenueReport] };
  const sources = sourcesOf([own, ...desks]);
  const room = { office, desk: atDesk(office, sources) };
  const runs = runHandlers(room);
  const plans = planHandlers(room, runs);
  const ledgers = ledgerHandlers(room);

  return {
    ...own,
    name: DESK,
    title: 'title',
    about: 'about',
    commands: [reportCommand({ plans, ledgers })],
    forms: {
      [ids.planForm]: plans.save,
      [ids.uploadForm]: ledgers.look,
      [ids.mapForm]: ledgers.map,
      [ids.previewForm]: ledgers.take,
      [ids.entryForm]: ledgers.saveEntry,
      [ids.linesForm]: ledgers.saveLines,
    },
    actions: {
      [ids.open]: plans.openShown,
      [ids.turnPlans]: plans.turn,
      [ids.add]: plans.add,
      [ids.edit]: plans.edit,
      [ids.redraw]: plans.redraw,
      [ids.pause]: plans.pause,
      [ids.look]: plans.look,
      [ids.preview]: plans.preview,
      [ids.sendNow]: plans.sendNow,
      [ids.remove]: plans.remove,
      [ids.history]: runs.history,
      [ids.openRun]: runs.openRun,
      [ids.files]: ledgers.turn,
      [ids.upload]: ledgers.upload,
      [ids.entry]: ledgers.entry,
      [ids.lines]: ledgers.lines,
      [ids.openFile]: ledgers.openFile,
      [ids.replace]: ledgers.replace,
      [ids.withdraw]: ledgers.withdraw,
      [ids.putBack]: ledgers.putBack,
      [ids.mapAgain]: ledgers.mapAgain,
    },
    opensForm: [ids.open, ids.openRun],
    jobs: jobsOf(sources),
    timers: timersOf(office, room.desk, sources),
    home: { order: 65, blocks: plans.home },
    documents: { [CHART]: drawChart, [TABLE]: drawTable },
    officeChanged: async (tx) => followOffice(await openDesk(tx, sources)),
    forget,
    setup,
  };
}
