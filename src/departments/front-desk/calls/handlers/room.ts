import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import { UserError } from '../../../../platform/user-error.js';
import type { AtDesk, Seen } from '../desk.js';
import { redrawFor } from '../letters/cards.js';
import { no, type Say, words } from '../words.js';

/** What every handler stands in. */
export interface Room {
  office: Office;
  desk: AtDesk;
}

export const sayFor = ({ language }: Visit): Say => words.in(language);

/** A call's number, from what was typed or from a button: a claim. */
export function readCallNumber(text: string): number {
  const digits = text.trim().match(/^#?(\d{1,10})$/)?.[1];
  if (!digits) throw no('refused.noNumber', { text });
  return Number(digits);
}

/** On top of the form that it was pressed in, or as the first. */
export const shown = (visit: Pick<ActionVisit, 'view' | 'onHome'>, view: NonNullable<Answer['open']>): Answer =>
  visit.view && !visit.onHome ? { push: view } : { open: view };

/** Whether people are at Slack just now, asked before any transaction. */
export const seenNow = async ({ office }: Room, visit: Visit, ids: readonly string[]): Promise<Seen> =>
  ids.length === 0 ? new Map() : office.workspace.presence(ids, visit.now);

/**
 * Does what a button on a card asks. Where it can't be done (any more), the person is told how things stand, and their card
 * is drawn anew, since the one that was pressed may be an old one.
 */
export async function orRedraw<Done>(
  { desk }: Room,
  visit: ActionVisit,
  number: number,
  attempt: () => Promise<Done>,
): Promise<Done> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof UserError && visit.message) {
      await desk.work(undefined, async (at) => {
        const call = await at.calls.hold(number);
        if (call) await redrawFor(at, call, visit.person.id);
      });
    }
    throw error;
  }
}
