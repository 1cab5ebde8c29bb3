import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { Words } from '../../../platform/words/define.js';
import { DESK } from './call.js';
import { handoffCommand } from './commands.js';
import { atDesk } from './desk.js';
import { callHandlers } from './handlers/call.js';
import { dutyHandlers } from './handlers/duty.js';
import { handOverHandlers } from './handlers/hand-over.js';
import { headHandlers } from './handlers/head.js';
import { CSV, drawCsv, drawPicture, listHandlers, PICTURE } from './handlers/lists.js';
import type { Room } from './handlers/room.js';
import { telephoneHook } from './handlers/telephone.js';
import { ids } from './ids.js';
import { jobs } from './jobs.js';
import { callReport } from './report.js';
import { forget } from './service/forget.js';
import { setup } from './setup.js';
import { timersOf } from './timers.js';
import { words } from './words.js';

/** Calls: a caller goes from hand to hand until somebody takes them, and is never nobody's. */
export function calls(office: Office): Desk {
  const room: Room = { office, desk: atDesk(office) };
  const handOver = handOverHandlers(room);
  const call = callHandlers(room);
  const lists = listHandlers(room);
  const duty = dutyHandlers(room);
  const head = headHandlers(room);

  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    reports: [callReport],
    commands: [handoffCommand({ handOver, call, lists, duty, head })],
    globalShortcuts: { [ids.openShortcut]: handOver.open },
    messageShortcuts: { [ids.messageShortcut]: handOver.fromMessage },
    forms: {
      [ids.handOverForm]: handOver.submit,
      [ids.actForm]: call.submit,
      [ids.listView]: lists.find,
      [ids.rotationForm]: duty.saveRotation,
      [ids.shiftsForm]: duty.saveShifts,
      [ids.swapForm]: duty.askSwap,
      [ids.skillsForm]: duty.saveSkills,
      [ids.settingsForm]: head.saveSettings,
      [ids.eraseForm]: head.doErase,
    },
    actions: {
      [ids.handOver]: handOver.open,
      [ids.target]: (visit) => (visit.view?.callbackId === ids.actForm ? call.refresh(visit) : handOver.refresh(visit)),
      [ids.callerNumber]: handOver.refresh,
      [ids.act]: call.act,
      [ids.ask]: call.ask,
      [ids.openCall]: call.open,
      [ids.older]: call.older,
      [ids.list]: lists.turn,
      [ids.csv]: lists.csv,
      [ids.statistics]: lists.turnStatistics,
      [ids.picture]: lists.picture,
      [ids.switch]: duty.switch,
      [ids.rotation]: duty.openRotation,
      [ids.rotationRemove]: duty.removeRotation,
      [ids.shifts]: duty.openShifts,
      [ids.swap]: duty.openSwap,
      [ids.swapAnswer]: duty.answerSwap,
      [ids.skills]: duty.openSkills,
    },
    opensForm: [ids.openShortcut, ids.messageShortcut, ids.handOver, ids.ask, ids.openCall, ids.list],
    jobs,
    timers: timersOf(office, room.desk),
    hooks: { 'front-desk/calls/twilio': telephoneHook(room) },
    documents: { [CSV]: drawCsv, [PICTURE]: drawPicture },
    home: { order: 50, blocks: lists.home },
    setup: { ...setup, more: { label: 'setup.more', open: head.settings } },
    forget,
    offers: [{ label: 'offer.label', description: 'offer.description', open: handOver.openWith }],
    openThings: lists.openThings,
  };
}
