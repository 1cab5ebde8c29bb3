import type { WebClient } from '@slack/web-api';
import { type OnAnswered, openClient } from './client.js';
import type { Log } from './log.js';
import { type Trouble, troubleOf } from './trouble.js';
import { SlackWorkspace } from './workspace.js';

/** How we reach Slack, and how Slack reaches us: `Config.slack`, once there are tokens. */
export type SlackSettings =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string };

export interface Bot {
  userId: string;
  botId: string | undefined;
  teamId: string | undefined;
  teamName: string | undefined;
  /** What the workspace granted, as far as Slack says. */
  scopes: readonly string[];
}

/** A line to Slack that was tried: calls can be made, nothing is received yet. */
export interface Reach {
  client: WebClient;
  apiUrl: string;
  bot: Bot;
  workspace: SlackWorkspace;
}

/** Slack can't be reached, or doesn't let the app in; the message says what to do about it. */
export class NoSlack extends Error {
  override name = 'NoSlack';
}

export async function reachSlack(settings: SlackSettings, log: Log, onAnswered?: OnAnswered): Promise<Reach> {
  const apiUrl = settings.apiUrl ?? 'https://slack.com/api/';
  const client = openClient(settings.botToken, apiUrl, log, { onAnswered });
  const bot = await whoAmI(client, apiUrl);
  if (settings.mode === 'socket') await trySocket(settings.appToken, apiUrl, log);
  return { client, apiUrl, bot, workspace: new SlackWorkspace(client, bot, { botToken: settings.botToken, apiUrl }) };
}

async function whoAmI(client: WebClient, apiUrl: string): Promise<Bot> {
  const answer = await client.auth.test().catch((error: unknown) => {
    throw new NoSlack(explain(troubleOf(error), apiUrl, 'SLACK_BOT_TOKEN'), { cause: error });
  });
  if (!answer.user_id || !answer.bot_id) {
    throw new NoSlack('SLACK_BOT_TOKEN belongs to a person: use the "Bot User OAuth Token", which begins with xoxb-.');
  }
  return {
    userId: answer.user_id,
    botId: answer.bot_id,
    teamId: answer.team_id,
    teamName: answer.team,
    scopes: answer.response_metadata?.scopes ?? [],
  };
}

/** Asked once beforehand, because the socket's own client doesn't tell a wrong token from a lost connection. */
async function trySocket(appToken: string, apiUrl: string, log: Log): Promise<void> {
  try {
    await openClient(appToken, apiUrl, log).apps.connections.open({});
  } catch (error) {
    throw new NoSlack(explain(troubleOf(error), apiUrl, 'SLACK_APP_TOKEN'), { cause: error });
  }
}

function explain(trouble: Trouble, apiUrl: string, token: string): string {
  if (trouble.kind === 'limited') {
    return `Slack asks for patience (${Math.ceil(trouble.afterMs / 1000)} s): start again a little later.`;
  }
  const { code } = trouble;
  if (code === 'missing_scope' || code === 'not_allowed_token_type') {
    return token === 'SLACK_APP_TOKEN'
      ? 'SLACK_APP_TOKEN needs the scope connections:write: make an app-level token with it under "Basic Information".'
      : 'SLACK_BOT_TOKEN is of the wrong kind: use the "Bot User OAuth Token", which begins with xoxb-.';
  }
  if (code === 'socket_mode_not_enabled' || code === 'not_enabled') {
    return 'Socket Mode is off for this app: turn it on under "Socket Mode", or set SLACK_SIGNING_SECRET instead.';
  }
  if (/^[a-z]/.test(code) && trouble.kind !== 'unclear') {
    return `Slack doesn't accept ${token} (${code}): copy it again from the app's settings, or install the app again.`;
  }
  return `Slack can't be reached at ${apiUrl} (${code}): check the connection, a proxy, and SLACK_API_URL.`;
}
