import type {
  Datepicker as SlackDatepicker,
  DateTimepicker as SlackDateTimepicker,
  Timepicker as SlackTimepicker,
} from '@slack/types';
import { fromLocalInput, toLocalInput } from '../dates/zone.js';
import { type Control, useControl } from '../kit.js';
import { hold } from '../values/initial.js';
import type { AnyElement } from '../values/slots.js';
import { bound, type ElementProps } from './props.js';

export function Datepicker({ element }: ElementProps<SlackDatepicker>) {
  const control = useControl(element);
  const value = typeof control.content === 'string' ? control.content : '';
  const change = (text: string) => control.change(hold(element, text || null));
  return <Picker kind="date" element={element} control={control} value={value} onChange={change} />;
}

export function Timepicker({ element }: ElementProps<SlackTimepicker>) {
  const control = useControl(element);
  const value = typeof control.content === 'string' ? control.content : '';
  const change = (text: string) => control.change(hold(element, text.slice(0, 5) || null));
  return (
    <>
      <Picker kind="time" element={element} control={control} value={value} onChange={change} />
      {element.timezone && <div class="bk-hint">{control.kit.say('input.zone', { zone: element.timezone })}</div>}
    </>
  );
}

/** Shown in the person's own time zone, kept in seconds since 1970. */
export function DateTimepicker({ element }: ElementProps<SlackDateTimepicker>) {
  const control = useControl(element);
  const zone = control.kit.names.timeZone;
  const value = typeof control.content === 'number' ? toLocalInput(control.content, zone) : '';
  const change = (text: string) => control.change(hold(element, fromLocalInput(text, zone) ?? null));
  return <Picker kind="datetime-local" element={element} control={control} value={value} onChange={change} />;
}

interface PickerProps {
  kind: 'date' | 'time' | 'datetime-local';
  element: AnyElement & Parameters<typeof bound>[1];
  control: Control;
  value: string;
  onChange(value: string): void;
}

/** The browser's own picker: it speaks the person's language and works with every keyboard and screen reader. */
function Picker({ kind, element, control, value, onChange }: PickerProps) {
  const fallback = control.kit.say(kind === 'time' ? 'input.time' : 'input.date');
  const placeholder = element.placeholder?.text ?? fallback;
  return (
    <span class={`bk-picker bk-picker-${kind}`} data-empty={value === '' || undefined}>
      <input
        {...bound(control, element, fallback)}
        class="bk-input"
        type={kind}
        value={value}
        max={kind === 'date' ? '9999-12-31' : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span class="bk-picker-words" aria-hidden="true">
        {placeholder}
      </span>
    </span>
  );
}
