import type { KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../blocks.js';
import { mention, momentInside } from '../mrkdwn.js';
import type { Temporal } from '../time.js';
import type { Approval, ApprovalFace, ApprovalKind } from './approvals.js';
import { approvalIds } from './ids.js';
import type { Say } from './words.js';

export interface Card {
  text: string;
  blocks: KnownBlock[];
}

/** How an approval looks to one of those who may decide, or have decided. */
export function cardOf(say: Say, approval: Approval, face: ApprovalFace | null, viewer: CardViewer): Card {
  if (!face) return said(say('card.gone'));
  const { title, facts } = face;
  const headline = approval.state === 'open' ? asking(say, title, viewer) : title;
  return {
    text: headline,
    blocks: [
      section(`*${title}*`),
      ...facts.slice(0, 10).map((fact) => section(fact)),
      ...(approval.level > 1 ? [context(say('card.level'))] : []),
      ...ending(say, approval, viewer),
    ],
  };
}

export interface CardViewer {
  personId: string;
  /** For whom they stand in; null: they are a decider themselves. */
  principal: string | null;
  kind: Pick<ApprovalKind, 'undoMinutes'>;
  now: Temporal.Instant;
}

const said = (text: string): Card => ({ text, blocks: [section(text)] });

const asking = (say: Say, title: string, { principal }: CardViewer): string =>
  principal === null ? say('card.ask', { title }) : say('card.askFor', { title, principal: mention(principal) });

function ending(say: Say, approval: Approval, viewer: CardViewer): KnownBlock[] {
  if (approval.state === 'open') {
    return [
      ...(viewer.principal === null
        ? []
        : [context(say('card.askFor', { title: '', principal: mention(viewer.principal) }).replace(/: $/, ''))]),
      actions('approval', decisionButtons(say, approval.id)),
    ];
  }
  const undo = canUndo(approval, viewer)
    ? [button(approvalIds.undo, say.plain('button.undo'), { value: approval.id })]
    : [];
  const look = button(approvalIds.look, say.plain('button.look'), { value: approval.id });
  return [context(outcomeText(say, approval)), actions('approval', [look, ...undo])];
}

export const decisionButtons = (say: Say, id: string) => [
  button(approvalIds.approve, say.plain('button.approve'), { value: id, style: 'primary' }),
  button(approvalIds.giveBack, say.plain('button.return'), { value: id }),
  button(approvalIds.look, say.plain('button.look'), { value: id }),
];

/** Whoever approved can take it back for a while. */
export function canUndo(
  { state, decidedBy, decidedAt }: Approval,
  { personId, kind, now }: Omit<CardViewer, 'principal'>,
): boolean {
  if (state !== 'approved' || decidedBy !== personId || !decidedAt) return false;
  return now.since(decidedAt).total('minutes') < kind.undoMinutes;
}

/** What came of it: by whom, for whom, when, and why. */
export function outcomeText(say: Say, { state, decidedBy, decidedAt, actingFor, reason }: Approval): string {
  if (state === 'open' || state === 'withdrawn' || !decidedBy || !decidedAt) return say('card.withdrawn');
  const values = { by: mention(decidedBy), at: momentInside(decidedAt), reason: reason ?? '' };
  return actingFor === null
    ? say(`card.${state}`, values)
    : say(`card.${state}For`, { ...values, principal: mention(actingFor) });
}
