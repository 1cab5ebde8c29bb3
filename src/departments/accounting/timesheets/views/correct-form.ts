import type { ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import type { Say } from '../words.js';
import { readPlace, type Shown, writePlace } from './claims.js';

const MAX_REASON = 500;

/** Why what is locked has to be changed: it stands in the history, and the decider reads it. */
export const correctForm = (say: Say, shown: Shown): ModalView =>
  modal({
    callbackId: ids.correctForm,
    title: say.plain('correct.title'),
    submit: say.plain('correct.submit'),
    close: say.plain('form.close'),
    metadata: writePlace(shown),
    blocks: [
      section(say('correct.text')),
      input(fields.reason, say.plain('correct.reason'), {
        type: 'plain_text_input',
        multiline: true,
        max_length: MAX_REASON,
      }),
    ],
  });

export function readCorrection(say: Say, view: OpenView) {
  const reason = String(answersOf(view.values)[fields.reason] ?? '').trim();
  if (reason.replace(/[\s\p{Cf}]/gu, '') === '') return { errors: { [fields.reason]: say.plain('correct.missing') } };
  return { place: readPlace(view.privateMetadata), reason: reason.slice(0, MAX_REASON) };
}
