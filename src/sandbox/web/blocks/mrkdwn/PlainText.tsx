import { Emoji } from '../inline/Emoji.js';

/** Text without formatting, in which `:names:` are emoji unless told otherwise. */
export function PlainText({ text, emoji = true }: { text: string; emoji?: boolean }) {
  if (!emoji || !text.includes(':')) return <>{text}</>;
  const parts = text.split(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/);
  return <>{parts.map((part, index) => (index % 2 ? <Emoji key={`${index}-${part}`} name={part} /> : part))}</>;
}
