import { type Config, ConfigError, readConfig } from '../platform/config/config.js';
import type { Environment } from '../platform/config/environment.js';
import { keysFrom } from '../platform/encryption/key-file.js';
import { examineDatabase } from './database.js';
import { examineDesks, type OpenDesks } from './desks.js';
import { type Finding, ill, well } from './finding.js';
import { examineKeys } from './keys.js';
import { examineNode } from './node-version.js';
import { examineScopes } from './scopes.js';
import { examineSlack } from './slack.js';

/** Looks at everything that the office needs before it can open, and tells of each as soon as it is known. */
export async function* examine(env: Environment, openDesks: OpenDesks): AsyncGenerator<Finding> {
  yield examineNode(process.versions.node);
  const config = configFrom(env);
  if (Array.isArray(config)) {
    yield* config;
    return;
  }
  yield well(`Settings: ${inShort(config)}.`);
  const { database, findings } = await examineDatabase(config.database);
  try {
    yield* findings;
    yield examineKeys(config.keys);
    const slack = await examineSlack(config.slack);
    yield* slack.findings;
    if (slack.reach) yield examineScopes(slack.reach);
    if (slack.reach && database) {
      const parts = { workspace: slack.reach.workspace, keys: keysFrom(config.keys) };
      yield* await examineDesks(openDesks, database, parts);
    }
  } finally {
    await database?.close();
  }
}

function configFrom(env: Environment): Config | Finding[] {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences.map(ill);
    throw error;
  }
}

function inShort({ slack, database, port }: Config): string {
  const ways = {
    sandbox: `no Slack tokens, so the sandbox will open on port ${port}`,
    socket: 'Slack by Socket Mode',
    http: `Slack over HTTP, on port ${port} at /slack/events`,
  };
  return `${ways[slack.mode]}; ${database.kind === 'postgres' ? 'a PostgreSQL server' : 'the embedded database'}`;
}
