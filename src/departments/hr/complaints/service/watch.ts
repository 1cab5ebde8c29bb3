import { warningDue } from '../../../../platform/deadlines.js';
import { type Complaint, DESK } from '../complaint.js';
import { type Complaints, todayOf, workingDays } from '../desk.js';
import { tellHandlers } from '../letters/handlers.js';
import { isOpen } from '../states.js';

/** Warns of deadlines: once when one comes near, once on the eve, and every working day after it has passed, the heads too. */
export async function watchDeadlines(desk: Complaints): Promise<void> {
  const today = todayOf(desk);
  const isWorkingDay = workingDays(desk);
  const heads = (await desk.staff.of(DESK)).filter(({ role }) => role === 'head').map(({ personId }) => personId);
  for (const complaint of await desk.complaints.all()) {
    if (!complaint.isAnnounced || !isOpen(complaint.state)) continue;
    const deadline = nextDeadline(complaint);
    const warning = warningDue({ due: deadline.due, given: complaint.warnings, isWorkingDay }, today);
    if (!warning) continue;
    const isLate = warning.startsWith('late');
    const warned = await desk.complaints.change(complaint.id, { warnings: [...complaint.warnings, warning] });
    await tellHandlers(desk, warned, `${deadline.name}${isLate ? 'Late' : 'Near'}`);
    if (isLate) await tellHandlers(desk, { ...warned, edition: warned.edition + 1 }, `${deadline.name}Late`, heads);
  }
}

const nextDeadline = ({ acknowledgedOn, acknowledgeBy, feedbackBy }: Complaint) =>
  acknowledgedOn === null
    ? ({ name: 'acknowledge', due: acknowledgeBy } as const)
    : ({ name: 'feedback', due: feedbackBy } as const);
