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
export const shown = (visit: Pick<ActionVisit, 'view' | 'onHome'>, view: NonNullable<Answer['open']>): Answer =>
  visit.view && !visit.onHome ? { push: view } : { open: view };

export const numberIn = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : 0);
