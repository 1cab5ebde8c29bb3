import { actions, button } from '../../../../platform/blocks.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Reports } from '../desk.js';
import { ids } from '../ids.js';
import { DESK } from '../ledger.js';
import { type Plan, planCase, type Report, type Run } from '../report.js';
import { isDrawable } from '../views/files-of-report.js';
import { reportBlocks, resultText, titleText } from '../views/report.js';
import { words } from '../words.js';

export const CHART = `${DESK}.chart`;
export const TABLE = `${DESK}.table`;

interface Told {
  plan: Plan;
  run: Run;
  report: Report;
  /** A person, or a channel. */
  to: { id: string; language: Language };
}

/** The report as a message, then its picture and its table: Slack shows no file in a message with blocks. */
export async function tellReport({ outbox }: Reports, { plan, run, report, to }: Told): Promise<void> {
  const say = words.in(to.language);
  const [once, about] = [`${DESK}/run/${run.id}/${to.id}`, planCase(plan.id)];
  const open = button(ids.openRun, say.plain('report.open'), { value: run.id });
  await outbox.post({
    ...{ to: to.id, text: escapeText(resultText(say, report)), once, about },
    blocks: [...reportBlocks(say, report), ...(report.isEmpty ? [] : [actions('report', [open])])],
  });
  if (report.isEmpty) return;
  const ref = `${run.id}/${report.isPrivate ? to.id : to.language}`;
  if (isDrawable(report)) {
    const text = escapeText(resultText(say, report));
    await outbox.document({ to: to.id, text, file: { source: CHART, ref }, once: `${once}/chart`, about });
  }
  const text = say('report.table', { title: titleText(say, report) });
  await outbox.document({ to: to.id, text, file: { source: TABLE, ref }, once: `${once}/table`, about });
}
