import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import type { AtDesk } from '../desk.js';
import { type Say, words } from '../words.js';

/** What every handler stands in. */
export interface Room {
  office: Office;
  desk: AtDesk;
}

export const sayFor = ({ language }: Visit): Say => words.in(language);

/** On top of the form that it was pressed in, or as the first. */
export const shown = (visit: Visit | ActionVisit, view: NonNullable<Answer['open']>): Answer =>
  'view' in visit && visit.view && !visit.onHome ? { push: view } : { open: view };

/** Instead of the list that it was pressed in, or as the first. */
export const redrawn = (visit: Visit | ActionVisit, view: NonNullable<Answer['open']>): Answer =>
  'view' in visit && visit.view && !visit.onHome ? { update: view } : { open: view };

export const numberIn = (text: string | undefined): number => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : 0);
