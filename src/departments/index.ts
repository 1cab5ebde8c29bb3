import type { Desk } from '../platform/doors/doors.js';
import type { Office } from '../platform/office.js';
import { payroll } from './accounting/payroll/index.js';
import { timesheetHours, timesheets } from './accounting/timesheets/index.js';
import { helpDesk } from './it/help-desk/index.js';
import { approvals } from './office/approvals/index.js';
import { hub } from './office/hub/index.js';

/** Every desk of the office, one line each. The hub stands last: it answers what no other desk took. */
export function desks(office: Office): Desk[] {
  const asking = [helpDesk(office), timesheets(office), payroll(office, timesheetHours)];
  const working = [...asking, approvals(office, asking)];
  return [...working, hub(office, working)];
}
