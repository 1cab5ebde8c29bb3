import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  anchor: RefObject<HTMLElement | null>;
  /** As wide as what it belongs to, or as its content needs. */
  fit?: boolean;
  children: ComponentChildren;
}

/** Something that opens under a control, above everything else, so that no scrolling frame cuts it off. */
export function Popup({ anchor, fit = false, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [shown, base] = [popup.current, anchor.current];
    if (!shown || !base) return;
    shown.showPopover();
    const follow = () => place(shown, base.getBoundingClientRect(), fit);
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(shown);
    watch.observe(base);
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      watch.disconnect();
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [anchor, fit]);
  return (
    <div ref={popup} popover="manual" class="bk-popup">
      {children}
    </div>
  );
}

const margin = 8;

function place(popup: HTMLElement, base: DOMRect, fit: boolean): void {
  const below = window.innerHeight - base.bottom - margin;
  const above = base.top - margin;
  const upwards = below < Math.min(popup.scrollHeight, 240) && above > below;
  popup.style.maxHeight = `${Math.max(120, Math.min(320, (upwards ? above : below) - 4))}px`;
  if (fit) popup.style.width = `${base.width}px`;
  const left = Math.min(base.left, window.innerWidth - popup.offsetWidth - margin);
  popup.style.left = `${Math.max(margin, left)}px`;
  popup.style.top = `${upwards ? base.top - popup.offsetHeight - 4 : base.bottom + 4}px`;
}
