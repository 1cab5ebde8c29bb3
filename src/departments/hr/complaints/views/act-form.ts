import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, plain, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { type Complaint, type Outcome, outcomes } from '../complaint.js';
import { ids } from '../ids.js';
import type { Doing } from '../service/handle.js';
import { no, type Say } from '../words.js';
import { asking, type Step } from './case.js';

const claim = z.object({ act: z.enum(asking), id: z.uuid() });

const asksText: ReadonlySet<Step> = new Set(['acknowledge', 'measure', 'close', 'reopen', 'write', 'note', 'witness']);
const asksPerson: ReadonlySet<Step> = new Set(['assign', 'second', 'exclude', 'witness']);

/** What a step needs: a text, a person, an outcome, a reference. `reader` is who will read the text, as a template. */
export function actForm(say: Say, act: Step, complaint: Complaint, reader: Say): ModalView {
  return modal({
    callbackId: ids.actForm,
    title: say.plain(`act.${act}.title`),
    submit: say.plain(`act.${act}.submit`),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ act, id: complaint.id }),
    blocks: [
      section(`*${escapeText(complaint.reference)}*`),
      context(say(`act.${act}.about`)),
      ...(act === 'close' ? [outcome(say)] : []),
      ...(asksPerson.has(act) ? [person(say)] : []),
      ...(act === 'link' ? [reference(say)] : []),
      ...(asksText.has(act) ? [text(say, act, template(act, complaint, reader))] : []),
    ],
  });
}

const template = (act: Step, { reference: name }: Complaint, reader: Say): string =>
  act === 'acknowledge' || act === 'close' || act === 'witness'
    ? reader.plain(`template.${act}`, { reference: name })
    : '';

const text = (say: Say, act: Step, initial: string): KnownBlock =>
  input(
    'text',
    say.plain(isForReporter(act) ? 'act.textToReporter' : act === 'witness' ? 'act.textToWitness' : 'act.textKept'),
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: 3000,
      ...(initial && { initial_value: initial }),
    },
  );

const isForReporter = (act: Step): boolean => act === 'acknowledge' || act === 'write' || act === 'close';

const person = (say: Say): KnownBlock =>
  input('person', say.plain('act.person'), {
    type: 'users_select',
    placeholder: plain(say.plain('form.choosePeople'), 150),
  });

const outcome = (say: Say): KnownBlock =>
  input('outcome', say.plain('act.outcome'), {
    type: 'static_select',
    options: outcomes.map((one) => option(one, say.plain(`outcome.${one}`))),
  });

const reference = (say: Say): KnownBlock =>
  input('reference', say.plain('act.reference'), {
    type: 'plain_text_input',
    max_length: 20,
    placeholder: plain('HR-…', 150),
  });

/** What was filled in, or what is wrong, by field. */
export function readAct(
  say: Say,
  { values, privateMetadata }: OpenView,
): { id: string; doing: Doing } | { errors: Record<string, string> } {
  const read = claimOf(claim, privateMetadata);
  if (read === null) throw no('refused.gone');
  const { act, id } = read;
  const answers = answersOf(values);
  const typed = (field: string) => String(answers[field] ?? '').trim();
  const missing = (field: string, asked: boolean) =>
    asked && typed(field) === '' ? [[field, say.plain('act.missing')]] : [];
  const errors = [
    ...missing('text', asksText.has(act)),
    ...missing('person', asksPerson.has(act)),
    ...missing('outcome', act === 'close'),
    ...missing('reference', act === 'link'),
  ];
  if (errors.length > 0) return { errors: Object.fromEntries(errors) };
  const chosen = outcomes.find((one) => one === typed('outcome')) ?? 'settled';
  const all = { text: typed('text'), personId: typed('person'), reference: typed('reference') };
  return { id, doing: { act, ...all, outcome: chosen satisfies Outcome } as Doing };
}
