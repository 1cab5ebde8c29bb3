import type { ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { input, modal, option } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { type Language, languages } from '../../../../platform/words/words.js';
import { ids } from '../ids.js';
import type { Say } from '../words.js';

/** What can be chosen: a language, or the one that Slack is in. */
const choices = [...languages, 'follow'] as const;
export type Choice = (typeof choices)[number];
export const languageOf = (choice: Choice): Language | null => (choice === 'follow' ? null : choice);

export function languageForm(chosen: string | null, say: Say): ModalView {
  const optionOf = (choice: Choice) => option(choice, say.plain(`language.${choice}`));
  const current = choices.find((choice) => languageOf(choice) === chosen) ?? 'follow';
  return modal({
    callbackId: ids.languageForm,
    title: say.plain('language.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      input('language', say.plain('language.ask'), {
        type: 'radio_buttons',
        options: choices.map(optionOf),
        initial_option: optionOf(current),
      }),
    ],
  });
}

export const readLanguageForm = (values: StateValues): Choice | undefined => {
  const { language } = answersOf(values);
  return choices.find((choice) => choice === language);
};

const spoken: readonly [Choice, RegExp][] = [
  ['en', /^(en|english|engleza|engleză|anglais)$/i],
  ['ro', /^(ro|romanian|rom[aâ]n[aă])$/i],
  ['follow', /^(auto|follow|slack|default|follow slack|ca [iî]n slack)$/i],
];

/** `/backoffice language ro` */
export const languageNamed = (text: string): Choice | undefined =>
  spoken.find(([, pattern]) => pattern.test(text.trim().normalize('NFC')))?.[0];
