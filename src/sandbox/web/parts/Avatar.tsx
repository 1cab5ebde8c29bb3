import type { PersonView } from '../../protocol.js';
import { fullNameOf } from '../store/people.js';
import { t } from '../store/session.js';

/** A person's picture, or their initials on their colour. The name stands beside it, so it is not read out. */
export function Avatar({ person, size = 36 }: { person: PersonView | undefined; size?: number }) {
  const box = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.4)}px` };
  const image = person?.profile.image_72;
  if (image) return <img class="avatar" src={image} alt="" style={box} loading="lazy" />;
  const colour = person?.color ? `#${person.color.replace('#', '')}` : 'var(--ink-soft)';
  return (
    <span class="avatar initials" aria-hidden="true" style={{ ...box, background: colour }}>
      {initialsOf(fullNameOf(person))}
    </span>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase() || '?';

/** Green for who is there, hollow for who is away; said in words too. */
export function Presence({ person }: { person: PersonView | undefined }) {
  if (!person) return null;
  const there = person.presence === 'active';
  return (
    <span
      class={`presence ${there ? 'there' : 'away'}`}
      role="img"
      aria-label={t(there ? 'presence.active' : 'presence.away')}
    />
  );
}
