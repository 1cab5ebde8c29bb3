import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../parts/Icon.js';
import { me, reader, shownNow, t } from '../store/session.js';
import { dayLabel } from '../text/dates.js';
import type { Row } from '../text/rows.js';
import { MessageRow } from './MessageRow.js';
import { NoticeLine } from './NoticeLine.js';
import { useScrolling } from './scroll.js';

interface MessageListProps {
  label: string;
  /** Sets this list apart from another that shows the same message. */
  scope: string;
  rows: Row[];
  /** A message to be brought into view. */
  sought?: string | undefined;
  onOlder?(): void;
  /** What stands above the first message: the beginning, or that more is loading. */
  top?: ComponentChildren;
}

const none = () => undefined;

export function MessageList({ label, scope, rows, sought, onOlder = none, top }: MessageListProps) {
  const messages = rows.flatMap((row) => (row.kind === 'message' ? [row.message] : []));
  const last = messages.at(-1);
  const { box, content, atEnd, onScroll, toEnd } = useScrolling({
    first: messages[0]?.ts ?? '',
    last: rows.at(-1)?.key ?? '',
    lastIsMine: isMine(rows.at(-1)),
    onOlder,
  });
  const found = messages.some((message) => message.ts === sought);
  useEffect(() => {
    if (!sought) return;
    if (!found) return onOlder();
    atEnd.value = false;
    box.current?.querySelector(`[data-ts="${sought}"]`)?.scrollIntoView({ block: 'center' });
  }, [sought, found, messages.length]);

  return (
    <div class="list-frame">
      <div class="list" ref={box} role="log" aria-label={label} aria-live="off" onScroll={onScroll} onKeyDown={step}>
        <div class="list-content" ref={content}>
          {top}
          {rows.map((row) => (
            <Line key={row.key} row={row} scope={scope} sought={sought} isLast={row.key === last?.ts} />
          ))}
        </div>
      </div>
      {!atEnd.value && (
        <button type="button" class="jump" onClick={toEnd}>
          <Icon name="down" size={16} />
          {t('list.jump')}
        </button>
      )}
    </div>
  );
}

/** What the person wrote, and what only they are told: the answer to what they just did. */
function isMine(row: Row | undefined): boolean {
  if (row?.kind === 'notice') return true;
  return row?.kind === 'message' && (row.message.user === me.peek() || row.message.is_ephemeral === true);
}

function Line({
  row,
  scope,
  sought,
  isLast,
}: {
  row: Row;
  scope: string;
  sought: string | undefined;
  isLast: boolean;
}) {
  if (row.kind === 'notice') return <NoticeLine notice={row.notice} />;
  if (row.kind === 'new')
    return (
      <div class="divider new">
        <span>{t('list.new')}</span>
      </div>
    );
  if (row.kind === 'replies')
    return (
      <div class="divider replies">
        <span>{t('thread.replies', { count: row.count })}</span>
      </div>
    );
  if (row.kind === 'day')
    return (
      <div class="divider">
        <h2>
          {dayLabel(row.ts, { ...reader.value, now: shownNow() }, { today: t('today'), yesterday: t('yesterday') })}
        </h2>
      </div>
    );
  const { message, follows } = row;
  return (
    <MessageRow message={message} follows={follows} scope={scope} sought={message.ts === sought} isLast={isLast} />
  );
}

/** The arrows go from message to message, also from a button in one; Tab goes into the one that has the focus. */
function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = event.target;
  if (!by || !(from instanceof HTMLElement) || !from.matches('[data-ts], button:not([aria-expanded=true]), a')) return;
  if (from.closest('.popup, [role=listbox], [role=menu]')) return;
  const all = [...(from.closest('.list')?.querySelectorAll<HTMLElement>('[data-ts]') ?? [])];
  const next = all[all.findIndex((message) => message.contains(from)) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
