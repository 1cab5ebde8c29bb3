import { useEmoji } from '../emoji/data.js';

/** An emoji by its name; a name that nobody knows is shown as it was written. */
export function Emoji({ name }: { name: string }) {
  const character = useEmoji(name);
  if (!character) return <>{`:${name}:`}</>;
  return (
    <span class="bk-emoji" role="img" aria-label={`:${name}:`} title={`:${name}:`}>
      {character}
    </span>
  );
}
