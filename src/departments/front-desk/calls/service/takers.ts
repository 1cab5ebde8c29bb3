import type { Temporal } from '../../../../platform/time.js';
import type { Calls, Reading } from '../desk.js';
import { no } from '../words.js';

/** The own switch: no calls until then; null: calls again. */
export async function switchCalls(desk: Calls, by: string, offUntil: Temporal.Instant | null): Promise<void> {
  await desk.takers.change(by, { offUntil });
  await desk.outbox.refreshHome(by);
}

/** What somebody can, in their own words, and which languages they speak with callers. */
export async function keepSkills(
  desk: Calls,
  by: string,
  { skills, languages }: { skills: readonly string[]; languages: readonly string[] },
): Promise<void> {
  const written = [...new Set(skills.map((skill) => skill.trim().toLowerCase()).filter((skill) => skill !== ''))];
  if (written.length > MOST_SKILLS) throw no('refused.manySkills', { most: MOST_SKILLS }, 'skills');
  const long = written.find((skill) => skill.length > LONGEST_SKILL);
  if (long) throw no('refused.longSkill', { most: LONGEST_SKILL }, 'skills');
  await desk.takers.change(by, { skills: written, languages: [...languages] });
}

const MOST_SKILLS = 20;
const LONGEST_SKILL = 40;

/** Whether somebody takes no calls just now, by their own switch. */
export const isOff = async ({ takers, now }: Reading, id: string): Promise<boolean> =>
  (await takers.offAmong([id], now)).has(id);
