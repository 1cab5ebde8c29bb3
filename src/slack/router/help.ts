import { actions, button, context, header, section } from '../../platform/blocks.js';
import type { CommandDoor, Desk, Note, Subcommand } from '../../platform/doors/doors.js';
import { escapeText } from '../../platform/mrkdwn.js';
import type { Language } from '../../platform/words/words.js';
import { words } from '../words/words.js';
import { GO_ON, RUN_GUESS } from './own-actions.js';

/** What a command can do, from the desk's own list of subcommands. */
export function helpFor(desk: Desk, door: CommandDoor, language: Language): Note {
  const say = words.in(language);
  const ofDesk = desk.words.in(language);
  const lines = door.subcommands.map((subcommand) => {
    const sentence = (subcommand.words ?? desk.words).in(language)(subcommand.usage);
    return `\`${door.command} ${shownName(subcommand)}\` – ${sentence}`;
  });
  const list = [...lines, `\`${door.command} help\` – ${say('help.help')}`];
  const summary = ofDesk(door.summary);
  return {
    text: `${say('help.heading', { command: door.command })}: ${summary}`,
    blocks: [
      header(say.plain('help.heading', { command: door.command })),
      section(summary),
      ...inSections(list).map((part) => section(part)),
    ],
  };
}

const shownName = ({ shown, name, aliases = [] }: Subcommand): string =>
  [shown ?? name, ...(shown ? [] : aliases)].map(escapeText).join(' | ');

/** A section holds 3,000 characters. */
function inSections(lines: string[]): string[] {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length < 2_900) parts[parts.length - 1] = `${last}\n${line}`;
    else parts.push(line);
  }
  return parts;
}

/** Says what exists, and offers both: what was probably meant, and what was typed. */
export function askWhatWasMeant(door: CommandDoor, typed: string, guess: string, language: Language): Note {
  const say = words.in(language);
  const shown = typed.replaceAll('`', "'");
  const question = say('mistyped.question', { command: door.command, typed: shown, guess });
  const known = [...door.subcommands.map(({ shown: label, name }) => label ?? name), 'help'];
  const list = known.map((name) => `\`${escapeText(name)}\``).join(', ');
  return {
    text: question,
    blocks: [
      section(question),
      context(say('mistyped.known', { list })),
      actions('switchboard.meant', [
        button(RUN_GUESS, say.plain('mistyped.run', { guess }), {
          value: JSON.stringify({ command: door.command, text: guess }),
          style: 'primary',
        }),
        button(GO_ON, say.plain('mistyped.goOn', { typed }), {
          value: JSON.stringify({ command: door.command, text: typed }),
        }),
      ]),
    ],
  };
}
