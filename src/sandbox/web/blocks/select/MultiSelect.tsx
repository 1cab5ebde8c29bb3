import { useEffect, useId, useRef } from 'preact/hooks';
import type { ElementValue } from '../../../protocol.js';
import { bound } from '../elements/props.js';
import { type Control, useControl } from '../kit.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import { hold } from '../values/initial.js';
import { type Choice, chosenChoices } from './choices.js';
import { Face, Listbox } from './Listbox.js';
import { combobox, leave, type SelectElement } from './Select.js';
import { steer, useTypeAhead } from './typeAhead.js';
import { useSource } from './useSource.js';

/** A select of several: what is chosen stands before the input and can be taken out again. */
export function MultiSelect({ element }: { element: SelectElement }) {
  const control = useControl(element);
  const state = useTypeAhead();
  const { chosen, keys, full, toggle } = useChosen(element, control, state.open);
  const source = limited(useSource(element, control, state.query, state.open), keys, full, control.kit.say);
  const list = useId();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const name = element.placeholder?.text ?? control.kit.say('select.many');
  const pick = (choice: Choice) => {
    toggle(choice);
    if (state.query) state.type('');
  };
  const erase = () => chosen.at(-1) && toggle(chosen[chosen.length - 1] as Choice);
  return (
    <div ref={root} class="bk-select bk-select-multi" onFocusOut={(event) => leave(event, root.current, state)}>
      <Chips
        chosen={chosen}
        control={control}
        onRemove={(choice) => {
          toggle(choice);
          input.current?.focus();
        }}
      />
      <input
        {...bound(control, element, name)}
        {...combobox(state, list)}
        ref={input}
        class="bk-select-input"
        value={state.query}
        placeholder={chosen.length > 0 ? '' : name}
        onClick={() => !state.open && state.show()}
        onInput={(event) => state.type(event.currentTarget.value)}
        onKeyDown={(event) => steer(event, state, source.choices, { onPick: pick, onErase: erase })}
      />
      {state.open && (
        <Popup anchor={root} fit>
          <Listbox
            id={list}
            label={name}
            source={source}
            active={state.active}
            several
            chosen={keys}
            onPick={pick}
            onPoint={state.setActive}
          />
        </Popup>
      )}
    </div>
  );
}

/** While the list is open the app waits; it is told what was chosen when the list closes. */
function useChosen(element: SelectElement, control: Control, open: boolean) {
  const before = useRef<ElementValue | undefined>(undefined);
  useEffect(() => {
    const was = before.current;
    before.current = open ? control.value : undefined;
    if (!open && was && was !== control.value) control.tell(control.value, was);
  }, [open]);
  const chosen = chosenChoices(element, control.content, control.kit.names);
  const keys = new Set(chosen.map(({ key }) => key));
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  const toggle = (choice: Choice) => {
    const has = keys.has(choice.key);
    if (!has && chosen.length >= most) return;
    const next = has ? chosen.filter(({ key }) => key !== choice.key) : [...chosen, choice];
    const contents = next.map(({ content }) => content);
    if (open) control.keep(hold(element, contents));
    else control.change(hold(element, contents));
  };
  return { chosen, keys, full: chosen.length >= most ? most : 0, toggle };
}

/** When as many are chosen as may be, only those are offered, and it is said why. */
function limited(source: ReturnType<typeof useSource>, keys: Set<string>, full: number, say: Control['kit']['say']) {
  if (!full) return source;
  const choices = source.choices.filter(({ key }) => keys.has(key));
  return { ...source, choices, note: say('select.max', { count: full }) };
}

function Chips({ chosen, control, onRemove }: { chosen: Choice[]; control: Control; onRemove(choice: Choice): void }) {
  const { say } = control.kit;
  return (
    <>
      {chosen.map((choice) => (
        <span key={choice.key} class="bk-chip">
          <Face choice={choice} />
          <PlainText text={choice.label} />
          <button
            type="button"
            aria-label={say('select.remove', { name: choice.label })}
            onClick={() => onRemove(choice)}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
    </>
  );
}
