import type { Approval, ApprovalFace } from '../../../../platform/approvals/approvals.js';
import { section } from '../../../../platform/blocks.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import { hoursText } from '../../../../platform/words/dates.js';
import type { Language } from '../../../../platform/words/words.js';
import { isHoliday, type Reading } from '../desk.js';
import { breachesIn } from '../service/caps.js';
import { isCorrection, minutesIn, type Project, type Sheet } from '../sheet.js';
import { type Say, words } from '../words.js';
import { dayLines } from './days.js';
import { breachText } from './form.js';
import { grid } from './grid.js';
import { historyLines } from './history.js';
import { periodText } from './texts.js';

/** A sheet as a decider sees it: how many hours for what, and where it is unusual. */
export async function faceOf(desk: Reading, { subject }: Approval, language: Language): Promise<ApprovalFace | null> {
  const sheet = await desk.sheets.get(subject);
  const owner = sheet && (await desk.people.get(sheet.personId));
  if (!sheet || !owner) return null;
  const say = words.in(language);
  const projects = await desk.projects.many(sheet.entries.flatMap(({ projectId }) => projectId ?? []));
  const warnings = breachesIn(desk, owner, sheet.entries).map((breach) => breachText(say, breach));
  const facts = [
    `\`\`\`${escapeText(overview(say, sheet, projects))}\`\`\``,
    say('approval.total', { hours: hoursText(minutesIn(sheet.entries)) }),
    ...(isCorrection(sheet) ? [say('approval.correction', { reason: sheet.reason ?? '' })] : []),
    ...warnings,
  ];
  const lines = dayLines(say, { period: sheet, entries: sheet.entries, projects, isHoliday: isHoliday(desk) });
  const history = historyLines(say, await desk.sheets.history(sheet.id, 8));
  return {
    title: say('approval.title', { who: mention(owner.id), period: periodText(say, sheet) }),
    facts,
    details: [...facts.map((fact) => section(fact)), ...lines.map((line) => section(line)), ...history],
  };
}

/** A week as a grid; longer periods as their totals, since a grid of a month is too wide for anybody. */
function overview(say: Say, sheet: Sheet, projects: ReadonlyMap<string, Project>): string {
  if (sheet.first.until(sheet.last).days < 7) return grid(say, sheet, sheet.entries, projects);
  return grid(say, { first: sheet.first, last: sheet.first.subtract({ days: 1 }) }, sheet.entries, projects);
}
