import { pino } from 'pino';
import type { SlackConfig } from '../platform/config/config.js';
import { NoSlack, type Reach, reachSlack } from '../slack/reach.js';
import { type Finding, ill, well } from './finding.js';

/** Tries the tokens; nothing is posted, and nothing is received. */
export async function examineSlack(slack: SlackConfig): Promise<{ reach: Reach | null; findings: Finding[] }> {
  if (slack.mode === 'sandbox') return { reach: null, findings: [] };
  try {
    const reach = await reachSlack(slack, pino({ enabled: false }));
    const { teamName, userId } = reach.bot;
    const findings = [well(`SLACK_BOT_TOKEN works: the bot is ${userId} in ${teamName ?? 'its workspace'}.`)];
    if (slack.mode === 'socket') findings.push(well('SLACK_APP_TOKEN works: Slack lets us connect by Socket Mode.'));
    return { reach, findings };
  } catch (error) {
    if (error instanceof NoSlack) return { reach: null, findings: [ill(error.message)] };
    throw error;
  }
}
