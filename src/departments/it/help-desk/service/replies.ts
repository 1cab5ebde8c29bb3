import type { Language } from '../../../../platform/words/words.js';
import { languages } from '../../../../platform/words/words.js';
import type { HelpDesk, Reading } from '../desk.js';
import type { CannedReply } from '../store/replies.js';
import { DESK, requestersOf, type Ticket } from '../ticket.js';
import { no, words } from '../words.js';
import { mustHave } from './look.js';

/** Replies that the desk brings along, in every language. */
const brought = ['restart', 'password', 'visit', 'ordered'] as const;

export const builtIn: readonly CannedReply[] = languages.flatMap((language) =>
  brought.map((name) => {
    const say = words.in(language);
    const [title, text] = [say.plain(`canned.${name}.title`), say.plain(`canned.${name}.text`)];
    return { id: `${name}-${language}`, language, title, text };
  }),
);

/** All canned replies, those first that the requester can read. */
export async function repliesFor(desk: Reading, ticket: Ticket): Promise<CannedReply[]> {
  const language = await languageOf(desk, ticket);
  const all = [...(await desk.replies.all()), ...builtIn];
  return [...all.filter(isIn(language)), ...all.filter((reply) => !isIn(language)(reply))];
}

/** The language in which a ticket is spoken about: of whoever it is for. */
export async function languageOf({ people, language }: Reading, ticket: Ticket): Promise<Language> {
  const [personId = ''] = requestersOf(ticket).reverse();
  return (await people.get(personId))?.language ?? language;
}

const isIn = (language: Language) => (reply: CannedReply) => reply.language === language;

export const findReply = async (desk: Reading, id: string): Promise<CannedReply | null> =>
  builtIn.find((reply) => reply.id === id) ?? desk.replies.get(id);

/** Those that leads may change. */
export async function keptReplies(desk: Reading, by: string): Promise<CannedReply[]> {
  await mustHave(desk, 'keepReplies', by);
  return desk.replies.all();
}

export async function writeReply(
  desk: HelpDesk,
  by: string,
  { id, ...reply }: Omit<CannedReply, 'id'> & { id: string | null },
): Promise<void> {
  await mustHave(desk, 'keepReplies', by);
  if (id && !(await desk.replies.get(id))) throw no('refusals.replyGone');
  const written = await desk.replies.write(id, reply, by);
  await desk.audit.record({ actor: by, action: `${DESK}.write-reply`, object: `${DESK}/reply/${written.id}` });
}

export async function removeReply(desk: HelpDesk, by: string, id: string): Promise<void> {
  await mustHave(desk, 'keepReplies', by);
  if (!(await desk.replies.get(id))) throw no('refusals.replyGone');
  await desk.replies.remove(id);
  await desk.audit.record({ actor: by, action: `${DESK}.remove-reply`, object: `${DESK}/reply/${id}` });
}
