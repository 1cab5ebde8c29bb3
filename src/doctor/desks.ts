import { z } from 'zod';
import { createOffice } from '../platform/create-office.js';
import type { OpenDatabase } from '../platform/database/database.js';
import type { Desk } from '../platform/doors/doors.js';
import type { KeyRing } from '../platform/encryption/keys.js';
import type { Office } from '../platform/office.js';
import { outboxIn } from '../platform/outbox/write.js';
import { systemClock } from '../platform/time.js';
import type { SlackChannel, Workspace } from '../platform/workspace.js';
import { type Finding, ill, note, well } from './finding.js';

export type OpenDesks = (office: Office) => readonly Desk[];

/** Whether each desk that was set up can still post where it was told to. */
export async function examineDesks(
  openDesks: OpenDesks,
  database: OpenDatabase,
  { workspace, keys }: { workspace: Workspace; keys: KeyRing },
): Promise<Finding[]> {
  const afterCommit = () => undefined;
  const office = createOffice({ database, clock: systemClock, workspace, outbox: outboxIn, keys, afterCommit });
  const findings: Finding[] = [];
  for (const desk of openDesks(office)) findings.push(...(await examineDesk(office, desk)));
  return findings;
}

async function examineDesk(office: Office, { name, setup }: Desk): Promise<Finding[]> {
  const stored = await office.read(({ settings }) => settings.get(name, z.looseObject({})));
  const findings: Finding[] = [];
  for (const { key } of setup?.channels ?? []) {
    const id = stored[key];
    if (typeof id !== 'string' || id === '') {
      findings.push(note(`${name} has no ${key} channel yet: an admin chooses it with /backoffice setup in Slack.`));
    } else {
      findings.push(judge(`The ${key} channel of ${name}`, id, await office.workspace.channel(id)));
    }
  }
  const own = await office.read(async (look) => (await setup?.ownChannels?.(look)) ?? []);
  for (const { name: called, id, chosenWith } of own) {
    findings.push(judge(`The channel of “${called}” at ${name}`, id, await office.workspace.channel(id), chosenWith));
  }
  return findings;
}

function judge(what: string, id: string, channel: SlackChannel | null, chosenWith = '/backoffice setup'): Finding {
  if (!channel) {
    return ill(
      `${what}, ${id}, is gone, or private and the bot isn't in it: invite the bot, or choose another with ${chosenWith}.`,
    );
  }
  if (channel.isArchived) {
    return ill(`${what}, #${channel.name}, is archived: unarchive it, or choose another with ${chosenWith}.`);
  }
  return channel.isMember
    ? well(`${what} is #${channel.name}, and the bot is in it.`)
    : ill(`${what} is #${channel.name}, but the bot isn't in it: type /invite @Switchboard there.`);
}
