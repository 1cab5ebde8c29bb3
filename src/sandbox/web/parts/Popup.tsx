import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface PopupProps {
  anchor: HTMLElement | null;
  label: string;
  onClose(): void;
  /** A menu names itself; anything else is a dialog by this label. */
  role?: 'dialog' | 'menu';
  side?: 'below' | 'above';
  children: ComponentChildren;
}

const margin = 8;

/** Something that opens beside a button: closes on Escape or a press elsewhere, and gives the focus back. */
export function Popup({ anchor, label, onClose, role = 'dialog', side = 'below', children }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popup = box.current;
    if (!popup) return;
    popup.showPopover();
    if (anchor) putBeside(popup, anchor, side);
    const first = popup.querySelector<HTMLElement>('[data-autofocus], [role^=menuitem], input, button, a[href]');
    (first ?? popup).focus({ preventScroll: true });
    return () => {
      const held = popup.contains(document.activeElement) || document.activeElement === document.body;
      if (held) anchor?.focus({ preventScroll: true });
    };
  }, []);

  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor?.contains(target)) onClose();
    };
    const keyed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('keydown', keyed);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('keydown', keyed);
    };
  }, [onClose]);

  const named = role === 'dialog' ? { role, 'aria-label': label } : {};
  return (
    <div ref={box} popover="manual" class="popup" tabIndex={-1} {...named}>
      {children}
    </div>
  );
}

/** Keeps the popup whole on the screen, on the other side of its button if there is no room on this one. */
function putBeside(popup: HTMLElement, anchor: HTMLElement, side: 'below' | 'above'): void {
  const from = anchor.getBoundingClientRect();
  const { width, height } = popup.getBoundingClientRect();
  const below = from.bottom + 6;
  const above = from.top - height - 6;
  const fitsBelow = below + height < innerHeight - margin;
  const wanted = side === 'above' ? (above > margin ? above : below) : fitsBelow || above < margin ? below : above;
  const top = Math.max(margin, Math.min(wanted, innerHeight - height - margin));
  const left = from.left + width > innerWidth - margin ? from.right - width : from.left;
  popup.style.top = `${top}px`;
  popup.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
}
