import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../store/session.js';

/** Files dropped anywhere on a conversation are attached to its message; the attach button does the same. */
export function DropZone({ onFiles, children }: { onFiles(files: File[]): void; children: ComponentChildren }) {
  const zone = useRef<HTMLDivElement>(null);
  const over = useSignal(false);
  useEffect(() => {
    const element = zone.current;
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      over.value = event.type === 'dragover';
      if (event.type === 'drop') onFiles([...event.dataTransfer.files]);
    };
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) element?.addEventListener(kind, dragged);
    return () => {
      for (const kind of kinds) element?.removeEventListener(kind, dragged);
    };
  }, [onFiles]);
  return (
    <div ref={zone} class={over.value ? 'drop-zone over' : 'drop-zone'} data-hint={t('composer.drop')}>
      {children}
    </div>
  );
}
