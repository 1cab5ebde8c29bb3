import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { wrap } from '../text/wrap.js';
import { CompletionList } from './CompletionList.js';
import type { Candidate } from './candidates.js';
import { useCompletion } from './completing.js';
import type { Written } from './written.js';

interface TextBoxProps {
  label: string;
  written: Written;
  onWrite(written: Written): void;
  onSend(): void;
  onCancel?(): void;
  /** The up arrow in an empty box. */
  onUp?(): void;
  onFiles?(files: File[]): void;
  mayCommand?: boolean;
  busy?: boolean;
  autofocus?: boolean;
  box?: RefObject<HTMLTextAreaElement | null>;
}

const marks: Record<string, string> = { b: '*', i: '_', e: '`' };

/** A text area that grows with its text, completes names and commands, and sends on Enter. */
export function TextBox(props: TextBoxProps) {
  const { label, written, onWrite, mayCommand = false, busy = false, autofocus = false } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const box = props.box ?? own;
  const listId = useId();
  const completion = useCompletion(mayCommand);
  const { offered, at } = completion;

  useLayoutEffect(() => grow(box.current), [written.text]);
  useLayoutEffect(() => {
    if (!autofocus || !box.current) return;
    box.current.focus();
    box.current.setSelectionRange(written.text.length, written.text.length);
  }, []);

  const look = () => box.current && completion.look(box.current.value, box.current.selectionStart);
  const choose = (candidate: Candidate) => {
    const done = completion.choose(written, candidate);
    if (!done) return;
    onWrite(done.written);
    putCaret(box.current, done.written.text, done.caret);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.isComposing || keyedInList(event, choose)) return;
    const mark = (event.ctrlKey || event.metaKey) && marks[event.key.toLowerCase()];
    const key = mark ? 'mark' : event.key === 'Enter' && event.shiftKey ? '' : event.key;
    const acts: Record<string, (() => void) | undefined> = {
      mark: () => mark && onWrite({ ...written, text: wrapIn(box.current, mark) }),
      Enter: busy ? undefined : props.onSend,
      Escape: props.onCancel,
      ArrowUp: written.text === '' ? props.onUp : undefined,
    };
    if (!acts[key]) return;
    event.preventDefault();
    acts[key]();
  };
  const keyedInList = (event: KeyboardEvent, accept: (candidate: Candidate) => void): boolean => {
    const chosen = offered.value[at.value];
    if (!chosen) return false;
    const acts: Record<string, () => void> = {
      ArrowDown: () => completion.step(1),
      ArrowUp: () => completion.step(-1),
      Enter: () => accept(chosen),
      Tab: () => accept(chosen),
      Escape: completion.close,
    };
    const act = acts[event.key];
    if (!act || event.shiftKey) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };
  const open = offered.value.length > 0;
  return (
    <div class="text-box">
      {open && <CompletionList id={listId} candidates={offered.value} at={at.value} onChoose={choose} />}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={written.text}
        readOnly={busy}
        aria-busy={busy}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${at.value}` : undefined}
        onInput={(event) => {
          onWrite({ ...written, text: event.currentTarget.value });
          look();
        }}
        onSelect={look}
        onKeyDown={keyed}
        onBlur={completion.close}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0 || !props.onFiles) return;
          event.preventDefault();
          props.onFiles(files);
        }}
      />
    </div>
  );
}

/** As high as its text, up to what the style allows. */
function grow(box: HTMLTextAreaElement | null): void {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

/** The new text is drawn only after this; the caret can be put once the box holds it. */
export function putCaret(box: HTMLTextAreaElement | null, text: string, start: number, end = start): void {
  if (!box) return;
  box.value = text;
  box.focus();
  box.setSelectionRange(start, end);
}

export function wrapIn(box: HTMLTextAreaElement | null, mark: string): string {
  if (!box) return '';
  const done = wrap({ text: box.value, start: box.selectionStart, end: box.selectionEnd }, mark);
  putCaret(box, done.text, done.start, done.end);
  return done.text;
}
