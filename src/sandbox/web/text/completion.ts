type TriggerKind = 'command' | 'person' | 'channel' | 'emoji';

/** The word under the caret that asks for completion; `start` is where its sign (`/ @ # :`) stands. */
export interface Trigger {
  kind: TriggerKind;
  query: string;
  start: number;
  end: number;
}

const signs: [TriggerKind, RegExp][] = [
  ['command', /^()\/([^\s/]*)$/],
  ['person', /(^|[\s(])@([\p{L}\p{N}._'-]*(?: [\p{L}\p{N}._'-]+)?)$/u],
  ['channel', /(^|[\s(])#([\p{L}\p{N}_-]*)$/u],
  ['emoji', /(^|[\s(]):([\p{L}\p{N}_+-]{2,})$/u],
];

/** What the text before the caret asks to complete, if anything. Commands only count as the first word. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const before = text.slice(0, caret);
  for (const [kind, sign] of signs) {
    const found = sign.exec(before);
    if (found) return { kind, query: found[2] ?? '', start: found.index + (found[1] ?? '').length, end: caret };
  }
  return null;
}

/** Puts `inserted` in the trigger's place, with a space after it, and says where the caret goes. */
export function complete(text: string, trigger: Trigger, inserted: string): { text: string; caret: number } {
  const after = text.slice(trigger.end).replace(/^ /, '');
  const before = `${text.slice(0, trigger.start)}${inserted} `;
  return { text: before + after, caret: before.length };
}

/** Without case and diacritics, so that "stef" finds "Ștefan". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose words begin with what was typed come first, then those that contain it. */
export function rank<T>(query: string, things: T[], wordsOf: (thing: T) => string[]): T[] {
  const wanted = fold(query.trim());
  const scored = things.map((thing) => ({ thing, score: scoreOf(wanted, wordsOf(thing).map(fold)) }));
  return scored
    .filter(({ score }) => score < 4)
    .sort((a, b) => a.score - b.score)
    .map(({ thing }) => thing);
}

function scoreOf(wanted: string, words: string[]): number {
  if (words.some((word) => word === wanted)) return 0;
  if (words[0]?.startsWith(wanted)) return 1;
  if (words.some((word) => word.split(/[\s._/-]+/).some((part) => part.startsWith(wanted)) || word.startsWith(wanted)))
    return 2;
  return words.some((word) => word.includes(wanted)) ? 3 : 4;
}

/** `/ithelp till 3` → the command and the rest. Text such as `/ 2` or `//` is not a command. */
export function commandIn(text: string): { command: string; text: string } | null {
  const found = /^\/([\p{L}\p{N}_-]+)(?:\s+([\s\S]*))?$/u.exec(text.trim());
  return found ? { command: `/${found[1]}`, text: (found[2] ?? '').trim() } : null;
}
