import { actions, button, section } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { Reading, Reports } from '../desk.js';
import { ids, numbered } from '../ids.js';
import { DESK, fileCase, type LedgerFile } from '../ledger.js';
import { type Plan, planCase, type Run } from '../report.js';
import { periodText } from '../rules/period-text.js';

import { type Say, words } from '../words.js';

async function sayTo({ people, office }: Reading, id: string): Promise<Say> {
  return words.in((await people.get(id))?.language ?? office.language);
}

/** Tells whoever made a report that it didn't go out, or not to everybody; nothing where all went well. */
export async function tellOwner(desk: Reports, plan: Plan, run: Run): Promise<void> {
  const { ownerId, name, id } = plan;
  if (run.outcome === 'sent' && run.leftOut.length === 0) return;
  const say = await sayTo(desk, ownerId);
  const period = periodText(plan.period, run, say.language);
  const text =
    run.reason === null
      ? say('told.leftOut', { name, period, people: run.leftOut.map(mention).join(', ') })
      : say(`told.${run.reason}`, { name, period });
  const again = button(numbered(ids.sendNow, id), say.plain('plans.sendNow'), { value: id });
  const isWorthTrying = ['fault', 'late', 'noChannel'].includes(run.reason ?? '');
  await desk.outbox.post({
    ...{ to: ownerId, text, once: `${DESK}/run/${run.id}/owner`, about: planCase(id) },
    blocks: [section(text), ...(isWorthTrying ? [actions('again', [again])] : [])],
  });
}

/** What became of a file of the watched folder, to the bookkeepers. */
export async function tellFolder(desk: Reports, file: LedgerFile): Promise<void> {
  const { id, name, rows, trouble } = file;
  const keepers = (await desk.staff.of(DESK)).filter(({ role }) => role === 'keeper');
  for (const { personId } of keepers) {
    const say = await sayTo(desk, personId);
    const text = trouble
      ? say(`folder.trouble.${trouble as 'badRows'}`, { name })
      : say('folder.taken', { name, count: rows });
    await desk.outbox.post({ to: personId, text, once: `${fileCase(id)}/${personId}`, about: fileCase(id) });
  }
}
