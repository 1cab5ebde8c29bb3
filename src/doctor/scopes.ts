import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageFolder } from '../platform/package-folder.js';
import type { Reach } from '../slack/reach.js';
import { type Finding, ill, note, well } from './finding.js';

const scopesIn = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** Whether the workspace granted what `manifest.yml` asks for. */
export function examineScopes({ bot }: Pick<Reach, 'bot'>, manifest: unknown = readManifest()): Finding {
  const wanted = scopesIn.parse(manifest).oauth_config.scopes.bot;
  if (bot.scopes.length === 0)
    return note("Slack doesn't say which scopes the bot token has, so they aren't compared.");
  const missing = wanted.filter((scope) => !bot.scopes.includes(scope));
  if (missing.length === 0) return well('The bot token has every scope of manifest.yml.');
  return ill(
    `The bot token lacks ${missing.join(', ')}: paste manifest.yml into the app's settings under "App Manifest", and ` +
      'install the app again.',
  );
}

const readManifest = (): unknown => parse(readFileSync(path.join(packageFolder, 'manifest.yml'), 'utf8'));
