import { actions, button, section } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { personCalled, type Timesheets } from '../desk.js';
import { ids } from '../ids.js';
import { caseOf, type Sheet } from '../sheet.js';
import { writePlace } from '../views/claims.js';
import { periodText } from '../views/texts.js';
import { words } from '../words.js';

/** Tells whose sheet it is what was decided on it, each time anew. */
export async function tellDecision(desk: Timesheets, sheet: Sheet, outcome: 'approved' | 'returned'): Promise<void> {
  const owner = await personCalled(desk, sheet.personId);
  if (owner.deactivatedAt) return;
  const say = words.in(owner.language);
  const values = {
    period: periodText(say, sheet),
    by: sheet.decidedBy ? mention(sheet.decidedBy) : say('status.nobody'),
    reason: sheet.reason ?? '',
  };
  const text = say(`letter.${outcome}`, values);
  const open = button(ids.open, say.plain('button.open'), {
    value: writePlace({ ownerId: owner.id, day: sheet.first }),
  });
  await desk.outbox.post({
    to: owner.id,
    text,
    blocks: [section(text), actions('decided', [open])],
    once: `${caseOf(sheet.id)}/${outcome}/${sheet.edition}`,
    about: caseOf(sheet.id),
  });
}
