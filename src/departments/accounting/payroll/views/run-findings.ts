import type { KnownBlock, ModalView } from '@slack/types';
import { button, context, input, modal, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText, hoursText } from '../../../../platform/words/dates.js';
import { eachOf, type Fact } from '../checks/finding.js';
import { runFields, runIds } from '../run-ids.js';
import { type FindingsPage, PAGE } from '../service/look.js';
import type { KeptFinding } from '../store/findings.js';
import type { Say } from '../words.js';
import type { FindingsPlace, PassPlace } from './claims.js';
import { turning } from './run-list.js';

/** What a check found, person by person, with the figures that show it. */
export function findingsView(say: Say, found: FindingsPage, news?: string): ModalView {
  const { run, check, findings, total, page } = found;
  const place: FindingsPlace = { id: run.id, check, page };
  return modal({
    callbackId: runIds.findingsView,
    title: say.plain('check.title'),
    close: say.plain('run.list.back'),
    metadata: JSON.stringify(place),
    blocks: [
      ...(news ? [context(news)] : []),
      section(`*${say(`check.${check}.name`)}* · ${total}\n${say(`check.${check}.why`)}`),
      ...findings.flatMap((finding) => findingBlocks(say, found, finding)),
      ...turning(say, { page, total, size: PAGE }, (to, name) => ({
        id: `${runIds.findingsPage}:${name}`,
        value: JSON.stringify({ ...place, page: to }),
      })),
    ],
  });
}

function findingBlocks(say: Say, { run, page, mayPass }: FindingsPage, finding: KeptFinding): KnownBlock[] {
  const { check, whom, override } = finding;
  const place: PassPlace = { id: run.id, check, whom, page };
  const pass = button(runIds.pass, say.plain('check.letPass'), { value: JSON.stringify(place) });
  const passed = override && say('check.passedBy', { by: mention(override.by), reason: override.reason });
  return [
    section(findingText(say, finding), mayPass && !override ? pass : undefined),
    ...(passed ? [context(passed)] : []),
  ];
}

const findingText = (say: Say, { check, whom, name, evidence }: KeptFinding): string => {
  const sentences = eachOf(evidence).map((facts) => {
    const values = Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, factText(say, fact)]));
    return say(`check.${check}.facts`, values);
  });
  return [say('check.evidence', { name, whom }), ...sentences].join('\n');
};

function factText(say: Say, fact: Fact): string {
  if ('minor' in fact) return moneyText(fact, say.language);
  if ('minutes' in fact) return hoursText(fact.minutes);
  if ('percent' in fact) return String(fact.percent);
  if ('day' in fact) return dayText(Temporal.PlainDate.from(fact.day), say.language);
  return fact.word;
}

/** Why a finding may pass that would block the run. */
export const passForm = (say: Say, place: PassPlace): ModalView =>
  modal({
    callbackId: runIds.passForm,
    title: say.plain('check.form.title'),
    submit: say.plain('check.form.send'),
    close: say.plain('check.form.cancel'),
    metadata: JSON.stringify(place),
    blocks: [
      section(say(`check.${place.check}.why`)),
      input(runFields.reason, say.plain('check.form.reason'), {
        ...{ type: 'plain_text_input', multiline: true, max_length: 500 },
      }),
      context(say('check.form.about')),
    ],
  });
