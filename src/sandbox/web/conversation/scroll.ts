import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface Scrolling {
  box: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  atEnd: Signal<boolean>;
  onScroll(): void;
  toEnd(): void;
}

interface Watched {
  first: string;
  last: string;
  /** The newest line is the person's own, or meant for them alone: they want to see it. */
  lastIsMine: boolean;
  onOlder(): void;
}

const nearEnd = 48;
const nearStart = 240;

/** Keeps a list at its end while it grows there, and in place while older lines come in above. */
export function useScrolling({ first, last, lastIsMine, onOlder }: Watched): Scrolling {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useSignal(true);
  const before = useRef({ first, last, height: 0 });

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    atEnd.value = true;
  };

  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    const grewAtEnd = last !== before.current.last;
    if (atEnd.peek() || (grewAtEnd && lastIsMine)) toEnd();
    else if (first !== before.current.first) list.scrollTop += list.scrollHeight - before.current.height;
    before.current = { first, last, height: list.scrollHeight };
    if (list.scrollHeight <= list.clientHeight + nearStart) onOlder();
  }, [first, last]);

  useEffect(() => {
    if (!content.current || !box.current) return;
    const observer = new ResizeObserver(() => atEnd.peek() && toEnd());
    observer.observe(content.current);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const list = box.current;
    if (!list) return;
    atEnd.value = list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd;
    before.current.height = list.scrollHeight;
    if (list.scrollTop < nearStart) onOlder();
  };
  return { box, content, atEnd, onScroll, toEnd };
}
