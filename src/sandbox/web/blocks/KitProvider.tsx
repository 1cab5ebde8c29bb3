import type { ConfirmationDialog } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Container } from '../../protocol.js';
import { Confirm } from './Confirm.js';
import type { Form } from './form.js';
import type { Interact } from './interact.js';
import { KitContext } from './kit.js';
import type { Names } from './names.js';
import { sayIn } from './words/index.js';

interface Props {
  container: Container;
  interact: Interact;
  names: Names;
  form: Form;
  children: ComponentChildren;
}

interface Question {
  dialog: ConfirmationDialog;
  answer(yes: boolean): void;
}

/** Gives blocks what they work with, and asks what elements want to have confirmed. */
export function KitProvider({ container, interact, names, form, children }: Props) {
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback(
    (dialog: ConfirmationDialog) =>
      new Promise<boolean>((resolve) => {
        const answer = (yes: boolean) => {
          setQuestion(undefined);
          resolve(yes);
        };
        setQuestion({ dialog, answer });
      }),
    [],
  );
  const say = useMemo(() => sayIn(names.locale), [names.locale]);
  return (
    <KitContext.Provider value={{ container, interact, names, form, say, ask }}>
      {children}
      {question && <Confirm dialog={question.dialog} names={names} say={say} onAnswer={question.answer} />}
    </KitContext.Provider>
  );
}
