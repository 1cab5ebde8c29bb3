import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { EmojiPicker } from '../blocks/index.js';
import { Icon, type IconName } from '../parts/Icon.js';
import { MenuButton } from '../parts/Menu.js';
import { Popup } from '../parts/Popup.js';
import { runShortcut, shortcutsOf } from '../store/acts.js';
import { app, t } from '../store/session.js';
import { put } from '../text/wrap.js';
import { putCaret, wrapIn } from './TextBox.js';

interface ToolbarProps {
  box: RefObject<HTMLTextAreaElement | null>;
  onWrite(text: string): void;
  onFiles(files: File[]): void;
  /** The button at the end. */
  children: ComponentChildren;
}

const marks = [
  ['bold', '*'],
  ['italic', '_'],
  ['strike', '~'],
  ['code', '`'],
] as const;

/** Under the text: files, shortcuts, emoji and marks. */
export function Toolbar({ box, onWrite, onFiles, children }: ToolbarProps) {
  const insert = (inserted: string) => {
    const area = box.current;
    if (!area) return;
    const done = put({ text: area.value, start: area.selectionStart, end: area.selectionEnd }, inserted);
    putCaret(area, done.text, done.start);
    onWrite(done.text);
    area.dispatchEvent(new Event('select'));
  };
  return (
    <div class="composer-bar" role="toolbar" aria-label={t('composer.tools')}>
      <AttachButton onFiles={onFiles} />
      <ShortcutsButton />
      <EmojiButton onPick={(name) => insert(`:${name}: `)} />
      <Tool name="at" label={t('composer.mention')} act={() => insert('@')} />
      <span class="bar-line" />
      {marks.map(([name, mark]) => (
        <Tool key={name} name={name} label={t(`composer.${name}`)} act={() => onWrite(wrapIn(box.current, mark))} />
      ))}
      <span class="bar-rest" />
      {children}
    </div>
  );
}

function Tool({ name, label, act }: { name: IconName; label: string; act(): void }) {
  return (
    <button type="button" class="icon-button small" aria-label={label} title={label} onClick={act}>
      <Icon name={name} size={17} />
    </button>
  );
}

function AttachButton({ onFiles }: { onFiles(files: File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tool name="clip" label={t('composer.attach')} act={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** The app's global shortcuts. */
function ShortcutsButton() {
  const items = shortcutsOf('global').map((shortcut) => ({
    label: shortcut.name,
    hint: [shortcut.description, app.value?.name].filter(Boolean).join(' · '),
    icon: 'bolt' as const,
    act: () => void runShortcut(shortcut),
  }));
  if (items.length === 0) return null;
  return (
    <MenuButton label={t('composer.shortcuts')} items={items} class="icon-button small" side="above">
      <Icon name="bolt" size={17} />
    </MenuButton>
  );
}

function EmojiButton({ onPick }: { onPick(name: string): void }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button small"
        aria-label={t('composer.emoji')}
        title={t('composer.emoji')}
        aria-haspopup="dialog"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="smile" size={17} />
      </button>
      {open.value && (
        <Popup anchor={button.current} label={t('composer.emoji')} side="above" onClose={close}>
          <EmojiPicker
            onPick={(name) => {
              close();
              onPick(name);
            }}
            onClose={close}
          />
        </Popup>
      )}
    </>
  );
}
