import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { DocumentSource } from '../../../platform/outbox/documents.js';
import type { Words } from '../../../platform/words/define.js';
import { complaintCommand } from './commands.js';
import { DESK } from './complaint.js';
import { atDesk, readingDesk } from './desk.js';
import { caseHandlers } from './handlers/cases.js';
import { complainHandlers } from './handlers/complain.js';
import { otherHandlers } from './handlers/others.js';
import { ids } from './ids.js';
import { jobs } from './jobs.js';
import { complaintReport } from './report.js';
import { FILE, fileNamed } from './service/files.js';
import { forget } from './service/forget.js';
import { setup } from './setup.js';
import { words } from './words.js';

/** Complaints: people say what is wrong, by name or without, and only those who handle it and aren't in it know of it. */
export function complaints(office: Office): Desk {
  const room = { office, desk: atDesk(office) };
  const complain = complainHandlers(room);
  const cases = caseHandlers(room);
  const others = otherHandlers(room);

  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    reports: [complaintReport],
    commands: [complaintCommand({ complain, cases, others })],
    globalShortcuts: { [ids.openShortcut]: complain.open },
    forms: {
      [ids.complaintForm]: complain.submit,
      [ids.receiptForm]: complain.openReceipt,
      [ids.ownView]: complain.send,
      [ids.actForm]: cases.act,
      [ids.settingsForm]: others.saveSettings,
    },
    actions: {
      [ids.complain]: complain.open,
      [ids.askReceipt]: complain.askReceipt,
      [ids.openOwn]: complain.openOwn,
      [ids.cases]: cases.turn,
      [ids.openCase]: cases.open,
      [ids.act]: cases.ask,
      [ids.recuse]: cases.recuse,
      [ids.hold]: cases.hold,
      [ids.sendFile]: cases.sendFile,
      [ids.olderEntries]: cases.older,
      [ids.log]: others.turnLog,
    },
    opensForm: [ids.openShortcut, ids.complain, ids.askReceipt, ids.openOwn, ids.cases, ids.openCase],
    jobs,
    documents: { [FILE]: drawFile },
    home: { order: 40, blocks: cases.home },
    setup: { ...setup, more: { label: 'setup.more', open: others.settings } },
    forget,
    offers: [{ label: 'offer.label', description: 'offer.description', open: complain.openWith }],
  };
}

/** Under a name that says nothing, until it is opened. */
const drawFile: DocumentSource = async (look, ref) => {
  const file = await fileNamed(await readingDesk(look), ref);
  return file && { name: 'file', title: file.name, bytes: file.bytes };
};
