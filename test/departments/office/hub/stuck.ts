import type { StuckLetter } from '../../../../src/platform/outbox/stuck.js';
import { toDate } from '../../../../src/platform/time.js';
import type { Reception } from './reception.js';

export interface Stranded {
  once: string;
  to?: string;
  kind?: 'post' | 'change' | 'whisper' | 'file' | 'home';
  about?: string;
  state?: 'dead' | 'ambiguous';
  error?: string;
}

export const SECRET = 'what it says is nobody else’s business';

/** A letter that Slack didn't take, as the worker leaves it behind. */
export async function strand(at: Reception, letter: Stranded): Promise<StuckLetter> {
  const { once, to = 'CSHOP', kind = 'post', about = null, state = 'dead', error = 'is_archived' } = letter;
  const now = toDate(at.office.clock.now());
  const row = await at.prisma.letter.create({
    data: {
      ...{ once, kind, lane: to, about, state, lastError: error, createdAt: now, settledAt: now },
      payload: { text: SECRET, ...(kind === 'whisper' && { person: 'UANA' }) },
    },
  });
  return { id: String(row.id), once, kind, to, about, state, error };
}

/** The same, and the office is told of it. */
export async function fail(at: Reception, letter: Stranded): Promise<StuckLetter> {
  const stuck = await strand(at, letter);
  await at.door.troubles?.letter(stuck);
  return stuck;
}
