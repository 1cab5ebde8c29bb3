import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { Words } from '../../../platform/words/define.js';
import { sheetApproval } from './approval.js';
import { timesheetCommand } from './commands.js';
import { atDesk } from './desk.js';
import { clockHandlers } from './handlers/clock.js';
import { dayHandlers } from './handlers/day.js';
import { drawExport, EXPORT, exportHandlers } from './handlers/export.js';
import { listHandlers } from './handlers/lists.js';
import { patternHandlers } from './handlers/patterns.js';
import { settingsHandlers } from './handlers/settings.js';
import { sheetHandlers } from './handlers/sheet.js';
import { stretchHandlers } from './handlers/stretches.js';
import { ids } from './ids.js';
import { jobs } from './jobs.js';
import { projectReport } from './report.js';
import { forget } from './service/forget.js';
import { setup } from './setup.js';
import { DESK } from './sheet.js';
import { words } from './words.js';

export { timesheetHours } from './hours.js';

/** Timesheets: everybody writes their hours and hands them in, a manager approves them, and the cut-off locks them. */
export function timesheets(office: Office): Desk {
  const room = { office, desk: atDesk(office) };
  const sheet = sheetHandlers(room);
  const day = dayHandlers(room);
  const clock = clockHandlers(room);
  const lists = listHandlers(room);
  const settings = settingsHandlers(room);
  const exports = exportHandlers(room);
  const patterns = patternHandlers(room);
  const stretches = stretchHandlers(room);

  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    reports: [projectReport],
    commands: [timesheetCommand({ sheet, clock, lists, settings, exports, patterns, stretches })],
    globalShortcuts: { [ids.openShortcut]: sheet.openShortcut },
    approvals: [sheetApproval],
    forms: {
      [ids.sheetForm]: sheet.submit,
      [ids.dayForm]: day.save,
      [ids.correctForm]: day.correct,
      [ids.projectForm]: lists.saveProject,
      [ids.settingsForm]: settings.save,
      [ids.rulesForm]: settings.saveRules,
      [ids.stintForm]: clock.putRight,
      [ids.stretchForm]: stretches.save,
      [ids.patternForm]: patterns.save,
      [ids.exportForm]: exports.send,
    },
    actions: {
      [ids.open]: sheet.open,
      [ids.turn]: sheet.turn,
      [ids.editDay]: day.edit,
      [ids.saveLines]: sheet.saveLines,
      [ids.copy]: sheet.copy,
      [ids.fill]: clock.fill,
      [ids.withdraw]: sheet.withdraw,
      [ids.correct]: day.askWhy,
      [ids.drop]: sheet.drop,
      [ids.team]: lists.showTeam,
      [ids.remind]: lists.remind,
      [ids.clock]: clock.press,
      [ids.putRight]: clock.askWhen,
      [ids.addProject]: lists.addProject,
      [ids.editProject]: lists.editProject,
      [ids.archiveProject]: lists.archiveProject,
      [ids.rules]: settings.showRules,
      [ids.patterns]: patterns.showOnTop,
      [ids.choosePerson]: patterns.choosePerson,
      [ids.addPattern]: patterns.add,
      [ids.editPattern]: patterns.edit,
      [ids.removePattern]: patterns.remove,
      [ids.stretches]: stretches.show,
      [ids.addStretch]: stretches.add,
      [ids.editStretch]: stretches.edit,
      [ids.removeStretch]: stretches.remove,
    },
    searches: { [ids.projectSearch]: day.findProject },
    opensForm: [ids.openShortcut, ids.open, ids.team, ids.putRight, ids.stretches],
    jobs,
    forget,
    documents: { [EXPORT]: drawExport },
    home: { order: 20, blocks: lists.home },
    setup: { ...setup, more: { label: 'setup.more', open: settings.show } },
    offers: [{ label: 'offer.label', description: 'offer.description', open: sheet.openWith }],
    openThings: lists.openThings,
  };
}
