import type { ModalView } from '@slack/types';
import type { ApprovalFace } from '../../../../platform/approvals/approvals.js';
import { canUndo, decisionButtons, outcomeText } from '../../../../platform/approvals/card.js';
import type { Found } from '../../../../platform/approvals/decide.js';
import { words as cardWords } from '../../../../platform/approvals/words.js';
import { actions, button, context, modal, section } from '../../../../platform/blocks.js';
import type { Temporal } from '../../../../platform/time.js';
import { ids } from '../ids.js';
import type { Say } from '../words.js';

/** So many blocks of a desk fit with ours around them. */
const MOST = 90;

/** Everything that a decision needs, with the same buttons as on the card. */
export function detailsView(
  say: Say,
  { approval, kind }: Found,
  face: ApprovalFace | null,
  viewer: { personId: string; now: Temporal.Instant; mayDecide: boolean },
): ModalView {
  const cards = cardWords.in(say.language);
  const undo = canUndo(approval, { ...viewer, kind })
    ? [actions('undo', [button(ids.undo, cards.plain('button.undo'), { value: approval.id })])]
    : [];
  const decide = decisionButtons(cards, approval.id).slice(0, 2);
  return modal({
    callbackId: ids.details,
    title: say.plain('details.title'),
    close: say.plain('form.close'),
    metadata: approval.id,
    blocks: [
      section(face ? `*${face.title}*` : cards('card.gone')),
      ...(approval.state === 'open' && viewer.mayDecide ? [actions('decide', decide)] : []),
      ...(approval.state === 'open' ? [] : [context(outcomeText(cards, approval)), ...undo]),
      ...(face?.details ?? []).slice(0, MOST),
      actions('all', [button(ids.showQueue, say.plain('details.all'))]),
    ],
  });
}
