import path from 'node:path';
import { WebClient } from '@slack/web-api';
import { createLog } from '../../src/platform/log/log.js';
import type { Limits } from '../../src/platform/outbox/limits.js';
import type { Carrier } from '../../src/platform/outbox/outbox.js';
import { packageFolder } from '../../src/platform/package-folder.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { openClient } from '../../src/slack/client.js';
import { createSender } from '../../src/slack/sender/sender.js';

/** Slack's side of a test that is about letters alone: the sandbox, and the bot's own sender without Bolt. */
export const silent = createLog({ logLevel: 'silent', logFormat: 'json' }, { write: () => undefined });

/** The machinery at full speed, so that a thousand faults fit into minutes. */
export const hasty: Partial<Limits> = {
  lane: { perSecond: 1000, burst: 1000 },
  workspace: { perSecond: 10_000, burst: 10_000 },
  files: { perSecond: 1000, burst: 1000 },
  leaseMs: 700,
  pollMs: 40,
  restMs: 5,
  lookUpAfterMs: 30,
  backoff: { firstMs: 10, longestMs: 80 },
};

export const startSlack = (): Promise<Sandbox> =>
  startSandbox({
    ...{ port: 0, folder: null, manifestPath: path.join(packageFolder, 'manifest.yml') },
    ...{ delivery: 'socket' as const, company: 'demo' as const, limits: false },
  });

export function senderTo(apiUrl: string, botToken: string): Carrier {
  const client = openClient(botToken, apiUrl, silent, { timeout: 250 });
  const renderHome = async () => ({ type: 'home' as const, blocks: [] });
  return createSender({ client, botToken, apiUrl, renderHome });
}

/** People to whom letters go, each a lane of their own. */
export const hearers = ['U0JAY000000', 'U0OLIVE0000', 'U0LINDEN000', 'U0ROBIN0000', 'U0MIHAI0000'] as const;

/** Everything that somebody was told by the bot, the oldest first, as Slack has it. */
export async function saidTo({ apiUrl, botToken }: Sandbox, person: string): Promise<string[]> {
  const client = new WebClient(botToken, { slackApiUrl: apiUrl });
  const { channel } = await client.conversations.open({ users: person });
  const said: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.history({
      ...{ channel: channel?.id ?? '', limit: 200 },
      ...(cursor && { cursor }),
    });
    said.push(...(page.messages ?? []).map(({ text }) => text ?? ''));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return said.reverse();
}
