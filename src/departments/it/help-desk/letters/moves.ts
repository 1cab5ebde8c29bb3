import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk, Reading } from '../desk.js';
import type { Ticket, TicketEvent } from '../ticket.js';
import { queueNameIn } from '../views/texts.js';
import { type Say, words } from '../words.js';
import { saying, TRIAGE_THREAD } from './keys.js';
import { sayInTriage, spoken } from './sayings.js';

/** So much of the talk comes along; who wants the rest finds it under the card that was left behind. */
const MOST_LINES = 40;
const MOST_TEXT = 12_000;

/** Says under the card in its new place who moved it, and what was said so far. */
export async function carryTalk(desk: HelpDesk, ticket: Ticket, move: TicketEvent | null): Promise<void> {
  const text = move && (await moveText(desk, move));
  if (!text) return;
  // A card that comes back to where it stood before is only an edit, which nobody is told of.
  const isBack = (await desk.history.leftBefore(move, ticket.triageChannel ?? '')) !== null;
  await sayInTriage(desk, ticket, move, () => text, { aloud: isBack });
}

/** What was said before the moves is reworded or gone: what came along with them follows. */
export async function retellMoves(desk: HelpDesk, said: TicketEvent): Promise<void> {
  for (const move of await desk.history.movesAfter(said)) {
    const text = await moveText(desk, move);
    if (text) await desk.outbox.change(saying(move.number, move.id, TRIAGE_THREAD), { text });
  }
}

/** Null where there is nothing to say: the channel changed before anybody said something. */
async function moveText(desk: Reading, move: TicketEvent): Promise<string | null> {
  const say = words.in(desk.language);
  const { channel } = move.detail;
  const left = typeof channel === 'string' ? await desk.history.leftBefore(move, channel) : null;
  const talk = channel === null ? [] : await desk.history.talk(move.number, left?.id ?? null, move.id, MOST_LINES + 1);
  const parts = [...movedBy(say, move), ...(talk.length > 0 ? [say('said.excerpt'), ...transcript(talk)] : [])];
  return parts.length > 0 ? parts.join('\n') : null;
}

const movedBy = (say: Say, { actorId, detail }: TicketEvent): string[] =>
  actorId ? [say('said.moved', { by: mention(actorId), queue: queueNameIn(say, detail) })] : [];

/** The newest lines, in the order in which they were said. */
function transcript(newestFirst: readonly TicketEvent[]): string[] {
  const lines: string[] = [];
  let left = MOST_TEXT;
  for (const event of newestFirst.slice(0, MOST_LINES)) {
    const line = lineOf(event);
    left -= line.length;
    if (left < 0) break;
    lines.unshift(line);
  }
  return lines.length < newestFirst.length ? ['> …', ...lines] : lines;
}

function lineOf({ actorId, text, fileNames, isPrivate }: TicketEvent): string {
  const said = actorId ? spoken(actorId, text ?? '') : escapeText(text ?? '');
  const files = fileNames.length > 0 ? ` 📎 ${escapeText(fileNames.join(', '))}` : '';
  return `> ${isPrivate ? '🔒 ' : ''}${said}${files}`.replaceAll('\n', '\n> ');
}
