import type { Desk } from '../platform/doors/doors.js';
import type { Office } from '../platform/office.js';
import { payroll } from './accounting/payroll/index.js';
import { reports } from './accounting/reports/index.js';
import { timesheetHours, timesheets } from './accounting/timesheets/index.js';
import { calls } from './front-desk/calls/index.js';
import { complaints } from './hr/complaints/index.js';
import { helpDesk } from './it/help-desk/index.js';
import { approvals } from './office/approvals/index.js';
import { hub } from './office/hub/index.js';
import { digest } from './research/digest/index.js';

/** Every desk of the office, one line each. The hub stands last: it answers what no other desk took. */
export function desks(office: Office): Desk[] {
  const asking = [
    helpDesk(office),
    timesheets(office),
    payroll(office, timesheetHours),
    complaints(office),
    calls(office),
    digest(office),
  ];
  const working = [...asking, reports(office, asking), approvals(office, asking)];
  return [...working, hub(office, working)];
}
