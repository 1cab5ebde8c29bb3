import type { ModalView } from '@slack/types';
import type { Answer, Desk, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import type { Say } from '../words.js';
import { words } from '../words.js';

/** What every handler of the hub works with: the office, and the other desks as data. */
export interface Reception {
  office: Office;
  desks: readonly Desk[];
}

export const sayTo = ({ language }: Visit): Say => words.in(language);

/** A form opens anew from a message or App Home, and takes the place of the form that the button sits in. */
export const show = (visit: Visit & { view?: unknown; onHome?: boolean }, view: ModalView): Answer =>
  visit.view && !visit.onHome ? { update: view } : { open: view };
