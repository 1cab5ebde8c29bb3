import type { KnownBlock } from '@slack/types';
import { actions, button, section } from '../../../../platform/blocks.js';
import type { Desk, Note } from '../../../../platform/doors/doors.js';
import type { Person } from '../../../../platform/people/person.js';
import { ids } from '../ids.js';
import type { Intent } from '../readers/free-text.js';
import type { Say } from '../words.js';
import { hasOffers, offerList, type Request } from './offers.js';

/** A short human answer, and the forms that could be meant. */
export function chatNote(
  intent: Intent | 'files',
  person: Person,
  desks: readonly Desk[],
  request: Request,
  say: Say,
): Note {
  if (intent === 'thanks') return { text: say('chat.thanks', { name: person.name }) };
  if (intent === 'help') return helpNote(desks, say);
  if (!hasOffers(desks)) return { text: say('chat.noOffers') };
  const asked = intent === 'text' ? request : { text: '' };
  const text = intent === 'text' ? say('chat.offer') : say(`chat.${intent}`, { name: person.name });
  return { text, blocks: [section(text), ...offerList(desks, say.language, asked)] };
}

/** Every command of every desk, each with its sentence. */
function helpNote(desks: readonly Desk[], say: Say): Note {
  const commands = desks.flatMap((desk) =>
    (desk.commands ?? []).map(({ command, summary }) =>
      say('chat.command', { command, summary: desk.words.in(say.language).plain(summary) }),
    ),
  );
  const text = [say('chat.help'), ...commands].join('\n');
  return { text, blocks: [section(text), ...offerList(desks, say.language, { text: '' })] };
}

export type OwnCommand = 'setup' | 'language' | 'away' | 'back' | 'status' | 'forget';

/** Somebody wrote `setup` to the bot: a message opens no form, a button does. */
export function ownCommandNote(name: OwnCommand, say: Say): Note {
  const text = say('chat.hubCommand', { command: `/backoffice ${name}` });
  const blocks: KnownBlock[] = [section(text), actions(ids[name], [button(ids[name], say.plain(`button.${name}`))])];
  return { text, blocks };
}
