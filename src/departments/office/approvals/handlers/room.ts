import type { ModalView } from '@slack/types';
import type { ApprovalKind } from '../../../../platform/approvals/approvals.js';
import type { ActionVisit, Answer, Desk, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import { type Say, words } from '../words.js';

/** What every handler stands in: the office, and what the desks have approved. */
export interface Room {
  office: Office;
  kinds: readonly ApprovalKind[];
}

export const kindsOf = (desks: readonly Desk[]): ApprovalKind[] => desks.flatMap(({ approvals = [] }) => approvals);

export const sayFor = ({ language }: Visit): Say => words.in(language);

/** Who asks, as the services want to know them. */
export const viewerOf = ({ person, language }: Visit) => ({ id: person.id, language });

/** In a form it takes that form's place; elsewhere it opens. */
export const show = ({ view, onHome }: Pick<ActionVisit, 'view'> & { onHome?: boolean }, form: ModalView): Answer =>
  view && !onHome ? { update: form } : { open: form };
