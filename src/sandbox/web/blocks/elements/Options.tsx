import type { Option, Checkboxes as SlackCheckboxes, RadioButtons as SlackRadioButtons } from '@slack/types';
import { useId } from 'preact/hooks';
import { type Control, useControl } from '../kit.js';
import { TextObject } from '../mrkdwn/TextObject.js';
import { hold } from '../values/initial.js';
import type { ElementProps } from './props.js';

export function Checkboxes({ element }: ElementProps<SlackCheckboxes>) {
  const control = useControl(element);
  const chosen = Array.isArray(control.content) ? (control.content as Option[]) : [];
  const isChosen = (option: Option) => chosen.some((other) => other.value === option.value);
  const toggle = (option: Option) => {
    const next = element.options.filter((other) => isChosen(other) !== (other.value === option.value));
    control.change(hold(element, next));
  };
  return (
    <Group control={control} role="group">
      {element.options.map((option) => (
        <Choice
          key={option.value}
          kind="checkbox"
          option={option}
          checked={isChosen(option)}
          onPick={toggle}
          control={control}
        />
      ))}
    </Group>
  );
}

export function RadioButtons({ element }: ElementProps<SlackRadioButtons>) {
  const control = useControl(element);
  const chosen = control.content as Option | null;
  const name = useId();
  return (
    <Group control={control} role="radiogroup">
      {element.options.map((option) => (
        <Choice
          key={option.value}
          kind="radio"
          name={name}
          option={option}
          checked={chosen?.value === option.value}
          onPick={() => control.change(hold(element, option))}
          control={control}
        />
      ))}
    </Group>
  );
}

interface GroupProps {
  control: Control;
  role: 'group' | 'radiogroup';
  children: preact.ComponentChildren;
}

function Group({ control: { place }, role, children }: GroupProps) {
  const named = { role, 'aria-labelledby': place.labelId, 'aria-describedby': place.describedBy || undefined };
  return (
    <div class="bk-options" id={place.controlId} {...named}>
      {children}
    </div>
  );
}

interface ChoiceProps {
  kind: 'checkbox' | 'radio';
  name?: string;
  option: Option;
  checked: boolean;
  onPick(option: Option): void;
  control: Control;
}

function Choice({ kind, name, option, checked, onPick, control }: ChoiceProps) {
  const hint = useId();
  const { place, kit } = control;
  return (
    <div class="bk-option">
      <label>
        <input
          type={kind}
          name={name}
          checked={checked}
          aria-invalid={place.invalid || undefined}
          aria-describedby={option.description ? hint : undefined}
          onChange={() => onPick(option)}
        />
        <TextObject text={option.text} names={kit.names} />
      </label>
      {option.description && (
        <div class="bk-option-hint" id={hint}>
          <TextObject text={option.description} names={kit.names} />
        </div>
      )}
    </div>
  );
}
