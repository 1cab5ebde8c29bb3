import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { datesBlocks, type NextDates, ruleBlocks } from '../../../../platform/rule-form/blocks.js';
import type { RuleDraft } from '../../../../platform/rule-form/draft.js';
import { ids } from '../ids.js';
import { type Period, periods } from '../report.js';
import { type OfferedSource, titleOf } from '../service/sources.js';
import type { Say } from '../words.js';

export const planClaim = z.object({
  id: z.uuid().nullable(),
  source: z.string(),
  /** The rule whose dates the form shows, as JSON: nobody saves dates that they haven't seen. */
  shown: z.string(),
});
type PlanClaim = z.output<typeof planClaim>;

/** A report as it stands in the form. */
export interface PlanDraft {
  name: string;
  period: Period;
  channel: string | null;
  people: readonly string[];
  isTimed: boolean;
  skipsEmpty: boolean;
}

export interface PlanForm extends NextDates {
  id: string | null;
  offered: OfferedSource;
  draft: PlanDraft;
  ruleDraft: RuleDraft;
}

/** To make a report, or to change one: each change of its days is answered with the next five dates. */
export function planForm(say: Say, form: PlanForm): ModalView {
  const { id, offered, draft, rule } = form;
  const { source, words } = offered;
  return modal({
    callbackId: ids.planForm,
    title: titleOf(offered, say.language),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ id, source: source.name, shown: JSON.stringify(rule) } satisfies PlanClaim),
    blocks: [
      context(words.in(say.language)(source.about)),
      input('name', say.plain('plan.name'), {
        type: 'plain_text_input',
        max_length: 60,
        initial_value: draft.name,
      }),
      input(
        'period',
        say.plain('plan.period'),
        chosen(
          periods
            .filter((period) => !source.isYearly || period === 'year')
            .map((period) => option(period, say.plain(`period.${period}`))),
          draft.period,
        ),
        { dispatch: true, ...(source.isYearly && { hint: say.plain('plan.yearOnly') }) },
        ids.redraw,
      ),
      ...recipients(say, offered, draft),
      input(
        'timed',
        say.plain('plan.timed'),
        chosen(
          [option('yes', say.plain('plan.byCalendar')), option('no', say.plain('plan.byHand'))],
          draft.isTimed ? 'yes' : 'no',
        ),
        { dispatch: true },
        ids.redraw,
      ),
      ...(draft.isTimed
        ? [...ruleBlocks(say.language, form.ruleDraft, ids.redraw), ...datesBlocks(say.language, form)]
        : []),
      input(
        'empty',
        say.plain('plan.empty'),
        chosen(
          [option('skip', say.plain('plan.emptySkip')), option('say', say.plain('plan.emptySay'))],
          draft.skipsEmpty ? 'skip' : 'say',
        ),
      ),
    ],
  });
}

function chosen(options: ReturnType<typeof option>[], value: string): Parameters<typeof input>[2] {
  const initial = options.find((one) => one.value === value);
  return { type: 'static_select', options, ...(initial && { initial_option: initial }) };
}

/** What is private goes to people only, so no channel is asked for. */
function recipients(say: Say, { source }: OfferedSource, { channel, people }: PlanDraft): KnownBlock[] {
  const toChannel = input(
    'channel',
    say.plain('plan.channel'),
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel && { initial_conversation: channel }),
    },
    { optional: true, hint: say.plain('plan.channelHint') },
  );
  const toPeople = input(
    'people',
    say.plain('plan.people'),
    { type: 'multi_users_select', max_selected_items: 30, ...(people.length > 0 && { initial_users: [...people] }) },
    { optional: !source.isPrivate, hint: say.plain(source.isPrivate ? 'plan.privateHint' : 'plan.peopleHint') },
  );
  return source.isPrivate ? [toPeople] : [toChannel, toPeople];
}

/** What stands in the form now; `null` for a channel that is none. */
export function readPlan({ values }: Pick<OpenView, 'values'>, usual: PlanDraft): PlanDraft {
  const answers = answersOf(values);
  const { people, channel } = answers;
  return {
    name: 'name' in answers ? String(answers.name ?? '').trim() : usual.name,
    period: periods.find((period) => period === answers.period) ?? usual.period,
    channel: typeof channel === 'string' && channel !== '' ? channel : null,
    people: Array.isArray(people) ? people.map(String) : [],
    isTimed: 'timed' in answers ? answers.timed === 'yes' : usual.isTimed,
    skipsEmpty: 'empty' in answers ? answers.empty !== 'say' : usual.skipsEmpty,
  };
}
