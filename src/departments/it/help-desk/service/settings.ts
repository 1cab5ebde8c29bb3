import { z } from 'zod';
import type { HelpDesk, Reading } from '../desk.js';
import { showTicket } from '../letters/cards.js';
import type { HelpDeskSettings } from '../settings.js';
import { isOpen } from '../states.js';
import { resetClock } from '../targets.js';
import { DESK, type Priority, priorities } from '../ticket.js';
import { rulesOf } from './act.js';
import { mustHave } from './look.js';

/** What leads may change; the rest is the set-up's. */
export type Switches = Omit<HelpDeskSettings, 'triage'>;

/** Whatever else is stored under the desk's name stays as it is. */
const stored = z.looseObject({});

export async function seeSettings(desk: Reading, by: string): Promise<Switches> {
  await mustHave(desk, 'keepSettings', by);
  return desk.settings;
}

/** Keeps how the desk works. New targets count at once, also for what is open; says for how many tickets. */
export async function saveSettings(desk: HelpDesk, by: string, switches: Switches): Promise<number> {
  await mustHave(desk, 'keepSettings', by);
  const { settings } = desk;
  await desk.keep.set(DESK, { ...(await desk.keep.get(DESK, stored)), ...switches }, by);
  const detail = { before: summaryOf(settings), after: summaryOf(switches) };
  await desk.audit.record({ actor: by, action: `${DESK}.write-settings`, object: DESK, detail });
  return resetTargets({ ...desk, settings: { ...settings, ...switches } }, settings.targets);
}

/** Facts in a fixed order, so that two entries of the audit can be laid side by side. */
const summaryOf = ({
  rotation,
  targets,
  remindAfterDays,
  closeAfterDays,
  regretDays,
  keepMonths,
}: Switches): string[] => [
  `rotation:${rotation}`,
  ...priorities.map((priority) => `${priority}:${targets[priority].respond}/${targets[priority].resolve}`),
  ...[`remind:${remindAfterDays}`, `close:${closeAfterDays}`, `regret:${regretDays}`, `keep:${keepMonths}`],
];

async function resetTargets(desk: HelpDesk, former: HelpDeskSettings['targets']): Promise<number> {
  const { targets } = desk.settings;
  const differ = priorities.filter(
    (one) => former[one].respond !== targets[one].respond || former[one].resolve !== targets[one].resolve,
  );
  return differ.length > 0 ? resetOpen(desk, differ) : 0;
}

/** The office has other hours, holidays or another language: what is open is due by the new ones, and its cards follow. */
export const followOffice = async (desk: HelpDesk): Promise<void> => void (await resetOpen(desk, priorities));

async function resetOpen(desk: HelpDesk, ofThese: readonly Priority[]): Promise<number> {
  let count = 0;
  for (const { number, priority } of await desk.tickets.allOpen()) {
    const ticket = ofThese.includes(priority) ? await desk.tickets.hold(number) : null;
    if (!ticket || !isOpen(ticket.state) || !ofThese.includes(ticket.priority)) continue;
    const timing = resetClock(ticket, rulesOf(desk), desk.now);
    await showTicket(desk, await desk.tickets.change(number, timing));
    count += 1;
  }
  return count;
}
