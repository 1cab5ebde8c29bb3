import type { RichTextBlock, RichTextInput as SlackRichTextInput } from '@slack/types';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Command, run, stateAt } from '../editor/commands.js';
import { readEditor } from '../editor/read.js';
import { Toolbar } from '../editor/Toolbar.js';
import { writeEditor } from '../editor/write.js';
import { useControl } from '../kit.js';
import { hold } from '../values/initial.js';
import { bound, type ElementProps } from './props.js';
import { useTelling } from './useTelling.js';

/** A modest editor: bold, italic, strike, code, links and lists. */
export function RichTextInput({ element }: ElementProps<SlackRichTextInput>) {
  const control = useControl(element);
  const { place, kit } = control;
  const surface = useRef<HTMLDivElement>(null);
  const last = useRef<unknown>(undefined);
  const on = useCommandState(surface);
  const telling = useTelling(control, element.dispatch_action_config);
  useLayoutEffect(() => {
    // Only what came from elsewhere is written: what was typed here stands there already.
    if (!surface.current || control.content === last.current) return;
    last.current = control.content;
    if (control.content) writeEditor(surface.current, control.content as RichTextBlock, kit.names);
    else surface.current.replaceChildren();
  }, [control.content]);
  const type = () => {
    const content = surface.current ? readEditor(surface.current) : undefined;
    last.current = content;
    const value = hold(element, content);
    control.keep(value);
    telling.typed(value);
  };
  const name = element.placeholder?.text ?? '';
  const lines = { '--min-lines': String(element.min_lines ?? 3), '--max-lines': String(element.max_lines ?? 8) };
  const textbox = {
    ...bound(control, element, name),
    role: 'textbox' as const,
    contentEditable: true,
    tabIndex: 0,
    'aria-multiline': true,
    'aria-labelledby': place.labelId,
    onInput: type,
    onPaste: pastePlain,
    onKeyDown: (event: KeyboardEvent) => press(event, surface.current, type, telling.pressed),
  };
  const empty = control.content ? undefined : true;
  return (
    <div class="bk-editor" style={lines}>
      <Toolbar surface={surface} on={on} say={kit.say} onDone={type} />
      <div {...textbox} ref={surface} class="bk-editor-surface" data-empty={empty} data-placeholder={name} />
    </div>
  );
}

function pastePlain(event: ClipboardEvent): void {
  event.preventDefault();
  document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
}

function press(
  event: KeyboardEvent,
  surface: HTMLElement | null,
  done: () => void,
  otherwise: (event: KeyboardEvent) => void,
): void {
  const shortcuts: Record<string, Command> = {
    b: 'bold',
    i: 'italic',
    'shift+x': 'strike',
    'shift+c': 'code',
    'shift+8': 'bullets',
    'shift+7': 'numbers',
  };
  if (!surface || !(event.ctrlKey || event.metaKey)) {
    otherwise(event);
    return;
  }
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const command = shortcuts[`${event.shiftKey ? 'shift+' : ''}${digit ?? event.key.toLowerCase()}`];
  if (!command) return;
  event.preventDefault();
  run(surface, command);
  done();
}

function useCommandState(surface: { current: HTMLElement | null }): ReadonlySet<Command> {
  const [on, setOn] = useState<ReadonlySet<Command>>(new Set());
  useEffect(() => {
    const look = () => {
      if (!surface.current) return;
      const next = stateAt(surface.current);
      setOn((before) => ([...next].join() === [...before].join() ? before : next));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [surface]);
  return on;
}
