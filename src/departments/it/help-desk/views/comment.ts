import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import type { Say } from '../words.js';
import { claimsOf, number } from './claims.js';

const LONGEST = 1000;

/** After a rating: a word about it, if somebody likes. */
export const commentDialog = (say: Say, number: number): ModalView =>
  modal({
    callbackId: ids.commentForm,
    title: say.plain('rate.title'),
    submit: say.plain('form.send'),
    close: say.plain('rate.noComment'),
    metadata: String(number),
    blocks: [
      section(say('rate.thanks')),
      input(
        fields.text,
        say.plain('rate.comment'),
        { type: 'plain_text_input', multiline: true, max_length: LONGEST },
        { optional: true },
      ),
    ],
  });

const comment = z.object({ number, [fields.text]: z.string().max(LONGEST).default('') });
export const readComment = (view: OpenView) => comment.parse(claimsOf(view));
