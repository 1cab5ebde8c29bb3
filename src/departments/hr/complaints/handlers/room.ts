import type { Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import type { AtDesk } from '../desk.js';
import { type Say, words } from '../words.js';

/** What every handler stands in. */
export interface Room {
  office: Office;
  desk: AtDesk;
}

export const sayFor = ({ language }: Visit): Say => words.in(language);
