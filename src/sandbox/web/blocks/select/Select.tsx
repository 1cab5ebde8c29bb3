import type { PlainTextElement } from '@slack/types';
import { useId, useRef } from 'preact/hooks';
import { bound } from '../elements/props.js';
import { type Control, useControl } from '../kit.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import { Spinner } from '../parts/Spinner.js';
import { hold } from '../values/initial.js';
import type { AnyElement } from '../values/slots.js';
import { type Choice, chosenChoices } from './choices.js';
import { Face, Listbox } from './Listbox.js';
import { steer, type TypeAhead, useTypeAhead } from './typeAhead.js';
import { useSource } from './useSource.js';

export type SelectElement = AnyElement & { placeholder?: PlainTextElement; focus_on_load?: boolean };

/** A select of one: static, external, or of people, channels and conversations. */
export function Select({ element }: { element: SelectElement }) {
  const control = useControl(element);
  const state = useTypeAhead();
  const source = useSource(element, control, state.query, state.open);
  const list = useId();
  const root = useRef<HTMLDivElement>(null);
  const chosen = chosenChoices(element, control.content, control.kit.names)[0];
  const name = element.placeholder?.text ?? control.kit.say('select.one');
  const pick = (choice: Choice) => {
    state.close();
    if (choice.key !== chosen?.key) control.change(hold(element, choice.content));
  };
  return (
    <div
      ref={root}
      class="bk-select"
      data-open={state.open || undefined}
      onFocusOut={(event) => leave(event, root.current, state)}
    >
      {chosen && !state.open && <Face choice={chosen} />}
      <input
        {...bound(control, element, name)}
        {...combobox(state, list)}
        class="bk-select-input"
        value={state.open ? state.query : (chosen?.label ?? '')}
        placeholder={state.open && chosen ? chosen.label : name}
        onClick={() =>
          !state.open &&
          state.show(
            Math.max(
              0,
              source.choices.findIndex(({ key }) => key === chosen?.key),
            ),
          )
        }
        onInput={(event) => state.type(event.currentTarget.value)}
        onKeyDown={(event) => steer(event, state, source.choices, { onPick: pick })}
      />
      <End control={control} chosen={chosen} onClear={() => control.change(hold(element, null))} />
      {state.open && (
        <Popup anchor={root} fit>
          <Listbox
            id={list}
            label={name}
            source={source}
            active={state.active}
            several={false}
            chosen={new Set(chosen ? [chosen.key] : [])}
            onPick={pick}
            onPoint={state.setActive}
          />
        </Popup>
      )}
    </div>
  );
}

/** What a screen reader is told about an input with a list. */
export function combobox(state: TypeAhead, list: string) {
  return {
    role: 'combobox' as const,
    type: 'text' as const,
    autocomplete: 'off',
    spellcheck: false,
    'aria-expanded': state.open,
    'aria-controls': state.open ? list : undefined,
    'aria-haspopup': 'listbox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': state.open ? `${list}-${state.active}` : undefined,
  };
}

export function leave(event: FocusEvent, root: HTMLElement | null, state: TypeAhead): void {
  if (!(event.relatedTarget instanceof Node && root?.contains(event.relatedTarget))) state.close();
}

/** The end of the control: an arrow, and in an optional input a way to choose nothing again. */
function End({ control, chosen, onClear }: { control: Control; chosen: Choice | undefined; onClear(): void }) {
  const { place, busy, kit } = control;
  if (busy) return <Spinner label={kit.say('action.busy')} />;
  if (chosen && place.controlId && !place.required) {
    return (
      <button type="button" class="bk-icon-button" aria-label={kit.say('input.clear')} onClick={onClear}>
        <Icon name="close" size={14} />
      </button>
    );
  }
  return <Icon name="down" size={16} />;
}
