import { useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/Icon.js';
import type { Say } from '../words/index.js';
import { type Command, linkAt, run, setLink } from './commands.js';

interface Props {
  surface: { current: HTMLElement | null };
  on: ReadonlySet<Command>;
  say: Say;
  onDone(): void;
}

type Tool = { command: Command; key: Parameters<Say>[0]; face: IconName | 'B' | 'I' | 'S' };

const tools: Tool[] = [
  { command: 'bold', key: 'editor.bold', face: 'B' },
  { command: 'italic', key: 'editor.italic', face: 'I' },
  { command: 'strike', key: 'editor.strike', face: 'S' },
  { command: 'code', key: 'editor.code', face: 'code' },
  { command: 'numbers', key: 'editor.numbers', face: 'numbers' },
  { command: 'bullets', key: 'editor.bullets', face: 'bullets' },
];

/** The buttons over the editor. They leave the selection where it is. */
export function Toolbar({ surface, on, say, onDone }: Props) {
  const [linking, setLinking] = useState<{ range: Range | null; url: string }>();
  const use = (command: Command) => {
    if (surface.current) run(surface.current, command);
    onDone();
  };
  const openLink = () => {
    const selection = getSelection();
    const inside = selection?.rangeCount && surface.current?.contains(selection.anchorNode);
    const url = surface.current ? linkAt(surface.current) : '';
    setLinking({ range: inside ? selection.getRangeAt(0).cloneRange() : null, url });
  };
  const saveLink = (address: string | undefined) => {
    if (address !== undefined && linking && surface.current) setLink(surface.current, linking.range, address);
    setLinking(undefined);
    surface.current?.focus();
    onDone();
  };
  return (
    <div class="bk-toolbar" role="toolbar" aria-label={say('editor.tools')}>
      {tools.map(({ command, key, face }) => (
        <Press key={command} label={say(key)} pressed={on.has(command)} onPress={() => use(command)}>
          {face.length === 1 ? (
            <span class={`bk-face-${face}`}>{face}</span>
          ) : (
            <Icon name={face as IconName} size={16} />
          )}
        </Press>
      ))}
      <Press label={say('editor.link')} pressed={linking !== undefined} onPress={openLink}>
        <Icon name="link" size={16} />
      </Press>
      {linking && <LinkForm url={linking.url} say={say} onDone={saveLink} />}
    </div>
  );
}

interface PressProps {
  label: string;
  pressed: boolean;
  onPress(): void;
  children: preact.ComponentChildren;
}

const Press = ({ label, pressed, onPress, children }: PressProps) => (
  <button
    type="button"
    class="bk-tool"
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {children}
  </button>
);

function LinkForm({ url, say, onDone }: { url: string; say: Say; onDone(address: string | undefined): void }) {
  const [address, setAddress] = useState(url);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone(event.key === 'Enter' ? address : undefined);
  };
  return (
    <div class="bk-link-form">
      <label htmlFor={id}>{say('editor.address')}</label>
      <input
        id={id}
        ref={(element) => {
          if (element && element !== input.current) element.focus();
          input.current = element;
        }}
        class="bk-input"
        type="text"
        inputMode="url"
        value={address}
        onInput={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={press}
      />
      <button type="button" class="bk-button" onClick={() => onDone(address)}>
        {say('editor.set')}
      </button>
    </div>
  );
}
