import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import { ownCommandIn, subcommands } from './commands.js';
import { absenceHandlers } from './handlers/absences.js';
import { chatHandlers } from './handlers/chat.js';
import { forgetHandlers } from './handlers/forget.js';
import { hubHandlers } from './handlers/hub.js';
import { languageHandlers } from './handlers/language.js';
import { offerHandlers } from './handlers/offers.js';
import { setupHandlers } from './handlers/setup.js';
import { deskHandlers } from './handlers/setup-desk.js';
import { officeHandlers } from './handlers/setup-office.js';
import { statusHandlers } from './handlers/status.js';
import { troubleHandlers } from './handlers/troubles.js';
import { watchHandlers } from './handlers/watch.js';
import { HUB, ids } from './ids.js';
import { jobs } from './jobs.js';
import { words } from './words.js';

/** The way in to the whole office: what it can do, set-up, language, absences, and an answer to whoever writes to the bot. */
export function hub(office: Office, others: readonly Desk[]): Desk {
  const reception = { office, desks: others };
  const page = hubHandlers(reception);
  const status = statusHandlers(reception);
  const setup = setupHandlers(reception);
  const officeForms = officeHandlers(reception);
  const language = languageHandlers(reception);
  const absences = absenceHandlers(reception);
  const forgetting = forgetHandlers(reception);
  const troubles = troubleHandlers(reception);
  const chat = chatHandlers(reception, ownCommandIn);

  return {
    name: HUB,
    words,
    title: 'title',
    about: 'about',
    commands: [
      {
        command: '/backoffice',
        summary: 'summary',
        subcommands: [
          ...subcommands({
            setup: setup.list,
            language: language.command,
            away: absences.command,
            back: absences.back,
            status: status.status,
            forget: forgetting.command,
          }),
          ...others.flatMap(({ hubCommands = [] }) => hubCommands),
        ],
        otherwise: page.otherwise,
      },
    ],
    actions: {
      [ids.offer]: offerHandlers(reception).open,
      [ids.setup]: setup.list,
      [ids.allSetup]: setup.list,
      [ids.setupOffice]: setup.showOffice,
      [ids.setupHolidays]: setup.showHolidays,
      [ids.setupDesk]: setup.showDesk,
      [ids.deskMore]: setup.showMore,
      [ids.fillHolidays]: officeForms.fill,
      [ids.language]: language.ask,
      [ids.away]: absences.ask,
      [ids.removeAbsence]: absences.remove,
      [ids.back]: absences.back,
      [ids.status]: status.status,
      [ids.stuckPage]: status.turn,
      [ids.sendAgain]: status.sendAgain,
      [ids.discard]: status.discard,
      [ids.forget]: forgetting.ask,
    },
    opensForm: [ids.offer, ids.setup, ids.language, ids.away, ids.forget],
    forms: {
      [ids.officeForm]: officeForms.save,
      [ids.holidaysForm]: officeForms.saveHolidays,
      [ids.deskForm]: deskHandlers(reception).save,
      [ids.languageForm]: language.save,
      [ids.awayForm]: absences.save,
      [ids.forgetForm]: forgetting.preview,
      [ids.forgetSure]: forgetting.confirm,
    },
    searches: { [ids.zones]: setup.zones, [ids.countries]: officeForms.countries, [ids.leavers]: forgetting.leavers },
    events: { message: chat.directMessage, app_mention: chat.mention, ...watchHandlers(reception) },
    troubles: troubles.troubles,
    jobs: [...troubles.jobs, ...jobs(reception)],
    home: { order: 0, blocks: page.top, foot: page.foot },
  };
}
