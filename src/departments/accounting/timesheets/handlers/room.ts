import type { ModalView } from '@slack/types';
import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import type { AtDesk } from '../desk.js';
import { lookAtSheet } from '../service/look.js';
import type { Place } from '../service/place.js';
import { type Drawing, sheetForm } from '../views/form.js';
import { type Say, words } from '../words.js';

/** What every handler stands in. */
export interface Room {
  office: Office;
  desk: AtDesk;
}

export const sayFor = ({ language }: Visit): Say => words.in(language);

/** The form of a sheet as it is now. */
export const drawSheet = ({ desk }: Room, visit: Visit, place: Place, drawing: Drawing = {}): Promise<ModalView> =>
  desk.look(async (at) => sheetForm(sayFor(visit), await lookAtSheet(at, visit.person.id, place), drawing));

/** In a form it takes that form's place; elsewhere it opens. */
export const show = ({ view, onHome }: ActionVisit, form: ModalView): Answer =>
  view && !onHome ? { update: form } : { open: form };
