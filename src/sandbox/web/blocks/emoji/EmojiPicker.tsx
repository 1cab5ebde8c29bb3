import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { type Say, sayIn } from '../words/index.js';
import { loadEmoji, useAllEmoji } from './data.js';
import { Grid } from './Grid.js';
import { type Group, groupsOf } from './groups.js';
import { rankEmoji } from './rank.js';

interface Props {
  onPick(name: string): void;
  onClose(): void;
  /** The page's own language where it isn't given. */
  locale?: string;
}

/** All emoji, to be searched or looked through by group. Arrows walk, Enter takes, Escape closes. */
export function EmojiPicker({ onPick, onClose, locale = document.documentElement.lang }: Props) {
  const say = sayIn(locale);
  const all = useAllEmoji();
  const [query, setQuery] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const title = useId();
  useEffect(() => void loadEmoji().catch(() => {}), []);
  useOutside(frame, onClose);
  const groups = useMemo(() => groupsOf(all), [all]);
  const found = query ? rankEmoji(all, query, 120) : undefined;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const shown: Group[] = found ? [{ key: 'found', emoji: found }] : groups;
  return (
    <div ref={frame} class="bk-emoji-picker" role="dialog" aria-labelledby={title} onKeyDown={press}>
      <h2 id={title} class="bk-visually-hidden">
        {say('emoji.title')}
      </h2>
      <Search
        say={say}
        query={query}
        onQuery={setQuery}
        onEnter={() => found?.[0] && onPick(found[0].name)}
        frame={frame}
      />
      {!found && <Tabs groups={groups} say={say} frame={frame} />}
      <div class="bk-emoji-scroll">
        {all.size === 0 && <div class="bk-list-note">{say('emoji.loading')}</div>}
        {found?.length === 0 && (
          <div class="bk-list-note" role="status">
            {say('emoji.none')}
          </div>
        )}
        {shown.map((group) => (
          <Grid key={group.key} group={group} say={say} onPick={onPick} />
        ))}
      </div>
    </div>
  );
}

interface SearchProps {
  say: Say;
  query: string;
  onQuery(query: string): void;
  onEnter(): void;
  frame: { current: HTMLElement | null };
}

function Search({ say, query, onQuery, onEnter, frame }: SearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter();
    if (event.key === 'ArrowDown') frame.current?.querySelector<HTMLElement>('.bk-emoji-grid button')?.focus();
    if (event.key === 'Enter' || event.key === 'ArrowDown') event.preventDefault();
  };
  return (
    <input
      ref={input}
      class="bk-input"
      type="search"
      aria-label={say('emoji.search')}
      placeholder={say('emoji.search')}
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={press}
    />
  );
}

const faces: Record<string, string> = {
  frequent: '🕘',
  0: '😀',
  1: '👋',
  3: '🐾',
  4: '🍎',
  5: '🚗',
  6: '⚽',
  7: '💡',
  8: '❤️',
  9: '🏁',
};

function Tabs({ groups, say, frame }: { groups: Group[]; say: Say; frame: { current: HTMLElement | null } }) {
  const show = (key: string) => {
    const group = frame.current?.querySelector<HTMLElement>(`[data-group="${key}"]`);
    group?.scrollIntoView({ block: 'start' });
    group?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  };
  return (
    <div class="bk-emoji-tabs">
      {groups.map(({ key, title }) => (
        <button
          key={key}
          type="button"
          aria-label={title && say(title)}
          title={title && say(title)}
          onClick={() => show(key)}
        >
          {faces[key]}
        </button>
      ))}
    </div>
  );
}

/** A press anywhere else closes. */
function useOutside(frame: { current: HTMLElement | null }, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const look = (event: PointerEvent) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) close.current();
    };
    document.addEventListener('pointerdown', look);
    return () => document.removeEventListener('pointerdown', look);
  }, [frame]);
}
