import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { context, divider, input, modal, option, plain, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import { kinds, modes } from '../complaint.js';
import { ids } from '../ids.js';
import { drawNonce, receiptText } from '../receipts.js';
import type { Raised, Told } from '../service/raise.js';
import { no, type Say } from '../words.js';

const LONGEST = 3000;
const MOST_FILES = 5;
const SHOWN_HANDLERS = 15;

export interface FormPage {
  /** Who would handle it, before anybody is named. */
  handlers: readonly string[];
  /** Where else one can turn; empty: nothing was set. */
  outside: string;
  /** What was typed after the command. */
  typed?: string;
}

/** First who will see what, then the questions. */
export function complaintForm(say: Say, { handlers, outside, typed = '' }: FormPage): ModalView {
  return modal({
    callbackId: ids.complaintForm,
    title: say.plain('form.title'),
    submit: say.plain('form.submit'),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ nonce: drawNonce() }),
    blocks: [
      section(whoSees(say, handlers)),
      context(say('form.honest')),
      ...(outside ? [context(say('form.outside', { outside }))] : []),
      divider(),
      input('mode', say.plain('form.mode'), {
        type: 'radio_buttons',
        options: modes.map((mode) => option(mode, say.plain(`mode.${mode}`), say.plain(`form.modes.${mode}`))),
      }),
      input('kind', say.plain('form.kind'), {
        type: 'static_select',
        options: kinds.map((kind) => option(kind, say.plain(`kind.${kind}`))),
      }),
      input(
        'accused',
        say.plain('form.accused'),
        { type: 'multi_users_select', placeholder: plain(say.plain('form.choosePeople'), 150), max_selected_items: 20 },
        { optional: true, hint: say.plain('form.accusedHint') },
      ),
      line(say, 'about'),
      text(say, 'what', { optional: false, typed }),
      line(say, 'when'),
      line(say, 'where'),
      line(say, 'witnesses'),
      text(say, 'wants', { optional: true }),
      input(
        'fears',
        say.plain('form.fears'),
        { type: 'checkboxes', options: [option('yes', say.plain('form.fearsYes'))] },
        { optional: true },
      ),
      input(
        'files',
        say.plain('form.files'),
        { type: 'file_input', max_files: MOST_FILES },
        { optional: true, hint: say.plain('form.filesHint') },
      ),
    ],
  });
}

const whoSees = (say: Say, handlers: readonly string[]): string =>
  handlers.length === 0
    ? say('form.nobodySees')
    : say('form.whoSees', { handlers: handlers.slice(0, SHOWN_HANDLERS).map(mention).join(', ') });

type Line = 'about' | 'when' | 'where' | 'witnesses';

const line = (say: Say, field: Line): KnownBlock =>
  input(
    field,
    say.plain(`form.${field}`),
    { type: 'plain_text_input', max_length: 300 },
    { optional: true, hint: say.plain(`form.${field}Hint`) },
  );

const text = (
  say: Say,
  field: 'what' | 'wants',
  { optional, typed = '' }: { optional: boolean; typed?: string },
): KnownBlock =>
  input(
    field,
    say.plain(`form.${field}`),
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: LONGEST,
      ...(typed && { initial_value: typed.slice(0, LONGEST) }),
    },
    { optional, hint: say.plain(`form.${field}Hint`) },
  );

const hidden = z.object({ nonce: z.string().min(16).max(64) });

export interface ReadForm {
  told: Told;
  /** Of what was uploaded; Slack holds it. */
  fileIds: readonly string[];
}

/** What was filled in, or what is wrong, by field. */
export function readForm(
  say: Say,
  { values, privateMetadata }: OpenView,
): ReadForm | { errors: Record<string, string> } {
  const claim = claimOf(hidden, privateMetadata);
  if (claim === null) throw no('refused.gone');
  const written = z.string().trim().optional().default('');
  const chosen = z.array(z.string()).optional().default([]);
  const form = z.object({
    mode: z.enum(modes, say.plain('form.modeMissing')),
    kind: z.enum(kinds, say.plain('form.kindMissing')),
    accused: chosen,
    what: z.string(say.plain('form.whatMissing')).trim().min(1, say.plain('form.whatMissing')),
    ...{ about: written, when: written, where: written, witnesses: written, wants: written },
    ...{ fears: chosen, files: chosen },
  });
  const read = form.safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { mode, kind, accused, fears, files, ...texts } = read.data;
  const content = { ...texts, fears: fears.includes('yes') };
  return { told: { mode, kind, accusedIds: accused, content, nonce: claim.nonce }, fileIds: files };
}

/** What became of each file that was uploaded, by name. Not escaped. */
export interface TakenFiles {
  kept: readonly string[];
  /** Slack didn't let the bot delete them, or they were too large: they aren't in the case. */
  refused: readonly string[];
}

/** The receipt, shown once: it stands nowhere else. */
export function receivedView(say: Say, { complaint, receipt, askedInstead }: Raised, files: TakenFiles): ModalView {
  const { mode, reference } = complaint;
  const names = (some: readonly string[]) => escapeText(some.join(', '));
  return modal({
    callbackId: ids.ownView,
    title: say.plain('received.title'),
    close: say.plain('form.close'),
    blocks: [
      section(say('received.text', { reference })),
      section(`\`\`\`${receiptText(receipt)}\`\`\``),
      section(say('received.keep', { receipt: receiptText(receipt) })),
      section(say(mode === 'anonymous' ? 'received.anonymous' : 'received.known')),
      ...(askedInstead ? [section(say('received.askedInstead', { who: mention(askedInstead) }))] : []),
      ...(files.kept.length > 0 ? [context(say('received.filesKept', { files: names(files.kept) }))] : []),
      ...(files.refused.length > 0 ? [section(say('received.filesRefused', { files: names(files.refused) }))] : []),
    ],
  });
}
