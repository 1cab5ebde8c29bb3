import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../store/session.js';
import { closeDialog } from './DialogBox.js';

interface FormProps {
  button: string;
  /** Answers a sentence when it could not be done; what was typed then stays. */
  onSend(form: FormData): Promise<string | undefined>;
  danger?: boolean;
  children?: ComponentChildren;
}

/** Fields with Cancel and one button that does it; an error is said above the buttons. */
export function Form({ button, onSend, danger = false, children }: FormProps) {
  const error = useSignal('');
  const busy = useSignal(false);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.value || !(event.currentTarget instanceof HTMLFormElement)) return;
    busy.value = true;
    error.value = (await onSend(new FormData(event.currentTarget))) ?? '';
    busy.value = false;
    if (!error.value) closeDialog();
  };
  return (
    <form class="form" onSubmit={send}>
      {children}
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
      <div class="form-buttons">
        <button type="button" class="button" onClick={closeDialog}>
          {t('cancel')}
        </button>
        <button type="submit" class={danger ? 'button danger' : 'button primary'} disabled={busy.value}>
          {button}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  /** The control, which takes this id. */
  children(id: string): ComponentChildren;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children(id)}
      {hint && <small>{hint}</small>}
    </div>
  );
}

export const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
