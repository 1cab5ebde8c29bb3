import type { KnownBlock } from '@slack/types';
import { actions, button, context, header } from '../../../../platform/blocks.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { dueText } from '../../../../platform/rule-form/texts.js';
import { ids } from '../ids.js';
import type { PlanStanding } from '../service/plans.js';
import type { Say } from '../words.js';
import { lastText } from './plans.js';

/** What went out last, and what comes next; only for whoever may read some report. */
export function homeBlocks(say: Say, plans: readonly PlanStanding[], timeZone: string): KnownBlock[] {
  const told = plans.filter(({ last }) => last !== null);
  const [newest] = told.sort(
    (one, other) => (other.last?.at.epochMilliseconds ?? 0) - (one.last?.at.epochMilliseconds ?? 0),
  );
  const next = plans.find(({ plan }) => plan.nextAt && !plan.isPaused)?.plan;
  const lines = [
    ...(newest?.last ? [`*${escapeText(newest.plan.name)}*: ${lastText(say, newest.last, newest.plan.period)}`] : []),
    ...(next?.nextAt
      ? [say('home.next', { name: next.name, when: dueText(say.language, next.nextAt, timeZone) })]
      : []),
  ];
  return [
    header(say.plain('title')),
    context(...(lines.length > 0 ? lines : [say('home.none')])),
    actions('reports', [button(ids.open, say.plain('home.open'))]),
  ];
}
