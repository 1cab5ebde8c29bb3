import { distance } from 'fastest-levenshtein';
import type { CommandDoor, Subcommand } from '../../platform/doors/doors.js';

/** What a person meant by what they typed after a command. */
export type Meant =
  | { kind: 'subcommand'; subcommand: Subcommand; text: string }
  | { kind: 'help' }
  | { kind: 'mistyped'; typed: string; guess: string }
  | { kind: 'otherwise'; text: string };

const helpWords = ['help', 'ajutor', '?'];
const LIKELY_AT_MOST = 2;
const GUESS_FROM_LENGTH = 4;

/** Case and diacritics don't matter: `Listă` is `lista`. */
const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function understand(door: CommandDoor, typed: string): Meant {
  const text = typed.trim();
  const [first = ''] = text.split(/\s/, 1);
  const named = door.subcommands.find((subcommand) => namesOf(subcommand).includes(fold(first)));
  if (first && named) return { kind: 'subcommand', subcommand: named, text: text.slice(first.length).trim() };
  const shaped = door.subcommands.find(({ pattern }) => pattern && matchesWhole(pattern, text));
  if (shaped) return { kind: 'subcommand', subcommand: shaped, text };
  if (helpWords.includes(fold(text))) return { kind: 'help' };
  const guess = first === text ? guessAt(door, text) : undefined;
  return guess ? { kind: 'mistyped', typed: text, guess } : { kind: 'otherwise', text };
}

/** A subcommand with a pattern is reached by its shape; its name is then only what the help calls it. */
const namesOf = ({ name, aliases = [], pattern }: Subcommand): string[] =>
  pattern ? aliases.map(fold) : [name, ...aliases].map(fold);

function matchesWhole(pattern: RegExp, text: string): boolean {
  const match = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).exec(text);
  return match?.[0] === text && text !== '';
}

/** One word alone that is almost a subcommand; a longer text is a request, however it begins. */
function guessAt(door: CommandDoor, word: string): string | undefined {
  if (word.length < GUESS_FROM_LENGTH) return undefined;
  const known = [...door.subcommands.flatMap(namesOf), 'help', 'ajutor'];
  const [nearest] = known
    .map((name) => ({ name, steps: distance(fold(word), name) }))
    .sort((one, other) => one.steps - other.steps);
  return nearest && nearest.steps <= LIKELY_AT_MOST && nearest.steps < nearest.name.length - 1
    ? nearest.name
    : undefined;
}
