import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { type Control, useControl } from '../kit.js';
import { longest } from '../values/check.js';
import { hold } from '../values/initial.js';
import { bound, type ElementProps } from './props.js';
import { useTelling } from './useTelling.js';

type Text = PlainTextInput | EmailInput | URLInput | NumberInput;

const kinds: Record<string, { mode: 'text' | 'email' | 'url' | 'decimal'; complete?: string }> = {
  plain_text_input: { mode: 'text' },
  email_text_input: { mode: 'email', complete: 'email' },
  url_text_input: { mode: 'url', complete: 'url' },
  number_input: { mode: 'decimal' },
};

/** One line or several, of text, an address or a number. What is wrong with it is said when the form is sent. */
export function TextInput({ element }: ElementProps<Text>) {
  const control = useControl(element);
  const telling = useTelling(control, element.dispatch_action_config);
  const type = (event: { currentTarget: { value: string } }) => {
    const typed = event.currentTarget.value;
    const value = hold(element, (element.type === 'number_input' ? typed.replace(',', '.') : typed) || null);
    control.keep(value);
    telling.typed(value);
  };
  const text = typeof control.content === 'string' ? control.content : String(control.content ?? '');
  const kind = kinds[element.type] ?? { mode: 'text' };
  const shared = {
    ...bound(control, element, ''),
    class: 'bk-input',
    value: text,
    placeholder: element.placeholder?.text,
    onInput: type,
    onKeyDown: telling.pressed,
  };
  const several = element.type === 'plain_text_input' && element.multiline === true;
  return (
    <>
      {several ? (
        <textarea {...shared} rows={4} />
      ) : (
        <input {...shared} type="text" inputMode={kind.mode} autocomplete={kind.complete ?? 'off'} />
      )}
      {element.type === 'plain_text_input' && <Counter text={text} limit={longest(element)} control={control} />}
      {telling.onEnter && <div class="bk-hint">{control.kit.say('input.enter')}</div>}
    </>
  );
}

function Counter({ text, limit, control }: { text: string; limit: number; control: Control }) {
  const left = limit - text.length;
  if (left > Math.max(10, limit / 10)) return null;
  const sentence =
    left >= 0 ? control.kit.say('input.left', { count: left }) : control.kit.say('input.over', { count: -left });
  return <div class={left < 0 ? 'bk-counter bk-counter-over' : 'bk-counter'}>{sentence}</div>;
}
