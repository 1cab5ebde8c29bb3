import type { OnCommand, Subcommand } from '../../../platform/doors/doors.js';
import { folded } from '../../../platform/words/folded.js';
import type { OwnCommand } from './views/chat.js';

const spellings: Record<OwnCommand, readonly string[]> = {
  setup: ['configurare', 'setări'],
  language: ['limba'],
  away: ['absență', 'concediu'],
  back: ['revin'],
  status: ['stare'],
  forget: ['uită', 'uitare'],
};

const ownCommands = ['setup', 'language', 'away', 'back', 'status', 'forget'] as const satisfies OwnCommand[];
const opensForm: ReadonlySet<OwnCommand> = new Set(['setup', 'language', 'away', 'forget']);

/** The subcommands of `/backoffice`; `help` is the router's. */
export const subcommands = (run: Record<OwnCommand, OnCommand>): Subcommand[] =>
  ownCommands.map((name) => ({
    name,
    aliases: spellings[name],
    usage: `usage.${name}`,
    ...(opensForm.has(name) && { opensForm: true as const }),
    run: run[name],
  }));

/** `setup` written to the bot, as a message. */
export function ownCommandIn(text: string): OwnCommand | undefined {
  const word = folded(text.trim().replace(/^\/?backoffice\s+/i, ''));
  return ownCommands.find((name) => [name, ...spellings[name]].some((spelling) => folded(spelling) === word));
}
