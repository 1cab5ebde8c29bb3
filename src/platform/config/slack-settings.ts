import type { Environment } from './environment.js';

/** Slack's settings only work together: which ones lack the other that they need. */
export function missingPartners(given: Environment): string[] {
  const sentences: string[] = [];
  const companions = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'].filter((name) => given[name]);
  if (!given.SLACK_BOT_TOKEN && companions.length > 0) {
    sentences.push(
      `SLACK_BOT_TOKEN is missing, though ${companions.join(' and ')} ${companions.length > 1 ? 'are' : 'is'} set. ` +
        'Set it to the token that begins with xoxb-, or unset the others to use the sandbox.',
    );
  }
  if (given.SLACK_BOT_TOKEN && !given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET) {
    sentences.push(
      'SLACK_BOT_TOKEN needs a companion: set SLACK_APP_TOKEN to connect by Socket Mode, or SLACK_SIGNING_SECRET to be ' +
        'called over HTTP.',
    );
  }
  return sentences;
}
