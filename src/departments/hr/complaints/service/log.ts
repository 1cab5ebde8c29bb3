import type { Person } from '../../../../platform/people/person.js';
import { DESK, objectOf } from '../complaint.js';
import type { Complaints } from '../desk.js';
import { complaintFor, require } from './access.js';

export interface LogLine {
  at: Date;
  /** A Slack id, or `system`, `reporter`, `anonymous`. */
  actor: string;
  /** `read`, `write`, … */
  act: string;
}

export const LOG_PAGE = 40;

/** Who did what with a complaint, newest first: for auditors, who read none of it. That they looked is on record too. */
export async function readLog(desk: Complaints, by: Person, name: string, page: number) {
  await require(desk, 'seeLog', by.id);
  const { complaint } = await complaintFor(desk, by.id, 'seeLog', name);
  const where = { object: objectOf(complaint) };
  const rows = await desk.db.auditEntry.findMany({
    ...{ where, orderBy: { seq: 'desc' as const }, skip: page * LOG_PAGE, take: LOG_PAGE },
    select: { at: true, actor: true, action: true },
  });
  await desk.audit.record({ actor: by.id, action: `${DESK}.read-log`, object: objectOf(complaint) });
  const lines = rows.map(({ at, actor, action }): LogLine => ({ at, actor, act: action.slice(DESK.length + 1) }));
  return { complaint, lines, total: await desk.db.auditEntry.count({ where }) };
}
