import type { World } from '../world.js';
import english from './en.json' with { type: 'json' };
import romanian from './ro.json' with { type: 'json' };

export type Sentence = keyof typeof english;

/** What the workspace itself says to a person, in the language of their profile. */
export function say(world: World, user: string, sentence: Sentence, values: Record<string, unknown> = {}): string {
  const isRomanian = world.state.people[user]?.locale.startsWith('ro') ?? false;
  return fill((isRomanian ? romanian : english)[sentence], values);
}

export const inEnglish = (sentence: Sentence) => english[sentence];

function fill(sentence: string, values: Record<string, unknown>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
}
