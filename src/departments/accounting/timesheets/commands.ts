import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { clockHandlers } from './handlers/clock.js';
import type { exportHandlers } from './handlers/export.js';
import type { listHandlers } from './handlers/lists.js';
import type { patternHandlers } from './handlers/patterns.js';
import type { settingsHandlers } from './handlers/settings.js';
import type { sheetHandlers } from './handlers/sheet.js';
import type { stretchHandlers } from './handlers/stretches.js';

interface Handlers {
  sheet: ReturnType<typeof sheetHandlers>;
  clock: ReturnType<typeof clockHandlers>;
  lists: ReturnType<typeof listHandlers>;
  settings: ReturnType<typeof settingsHandlers>;
  exports: ReturnType<typeof exportHandlers>;
  patterns: ReturnType<typeof patternHandlers>;
  stretches: ReturnType<typeof stretchHandlers>;
}

/** `/timesheet` and what can follow it, in both languages. */
export const timesheetCommand = (handlers: Handlers): CommandDoor => {
  const { sheet, clock, lists, settings, exports, patterns, stretches } = handlers;
  return {
    command: '/timesheet',
    summary: 'summary',
    opensForm: true,
    otherwise: sheet.openFromCommand,
    subcommands: [
      { name: 'last', aliases: ['trecuta'], usage: 'usage.last', opensForm: true, run: sheet.last },
      {
        name: 'period',
        pattern: /\d{4}-(w\d{1,2}|\d{1,2})/i,
        shown: '2026-W47',
        usage: 'usage.period',
        opensForm: true,
        run: sheet.openPeriod,
      },
      { name: 'status', aliases: ['stare'], usage: 'usage.status', run: lists.status },
      { name: 'team', aliases: ['echipa'], usage: 'usage.team', opensForm: true, run: lists.team },
      { name: 'missing', aliases: ['lipsa', 'nepredate'], usage: 'usage.missing', opensForm: true, run: lists.missing },
      { name: 'in', aliases: ['intru'], usage: 'usage.in', run: clock.in },
      { name: 'out', aliases: ['ies'], usage: 'usage.out', run: clock.out },
      { name: 'break', aliases: ['pauza'], usage: 'usage.break', run: clock.break },
      { name: 'clock', aliases: ['ceas'], usage: 'usage.clock', opensForm: true, run: stretches.open },
      { name: 'export', aliases: ['exporta'], usage: 'usage.export', opensForm: true, run: exports.ask },
      { name: 'projects', aliases: ['proiecte'], usage: 'usage.projects', opensForm: true, run: lists.projects },
      {
        name: 'pattern',
        aliases: ['norma'],
        shown: 'pattern @person',
        usage: 'usage.pattern',
        opensForm: true,
        run: patterns.show,
      },
      { name: 'settings', aliases: ['setari'], usage: 'usage.settings', opensForm: true, run: settings.show },
    ],
  };
};
