import type { ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { ids } from '../ids.js';
import type { Say } from '../words.js';

/** A list of feeds as other readers write it. */
export const listForm = (say: Say): ModalView =>
  modal({
    callbackId: ids.listForm,
    title: say.plain('opml.title'),
    submit: say.plain('add.submit'),
    close: say.plain('form.cancel'),
    blocks: [
      context(say('opml.about')),
      input('file', say.plain('opml.file'), { type: 'file_input', filetypes: ['opml', 'xml'], max_files: 1 }),
    ],
  });

export function readList({ values }: OpenView): string | null {
  const { file } = answersOf(values);
  return Array.isArray(file) ? String(file[0] ?? '') || null : null;
}
