import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, modal, plain, section } from '../../../../platform/blocks.js';
import { channelLink, escapeText, mention, momentInside } from '../../../../platform/mrkdwn.js';
import { dueText, ruleText } from '../../../../platform/rule-form/texts.js';
import { ids, numbered } from '../ids.js';
import type { Plan, Run } from '../report.js';
import { periodText } from '../rules/period-text.js';
import type { PlanStanding } from '../service/plans.js';
import { type OfferedSource, titleOf } from '../service/sources.js';
import type { Say } from '../words.js';

/** Says what it should be, not that it should change: pressed twice, it is the same. */
export const pauseClaim = z.object({ id: z.uuid(), isPaused: z.boolean() });

export const PLANS_A_PAGE = 8;

export interface PlansShown {
  plans: readonly PlanStanding[];
  /** What the person may make a report of. */
  offered: readonly OfferedSource[];
  keepsLedgers: boolean;
  timeZone: string;
  page: number;
  news?: string;
}

/** What is told to whom and when, what came of the last time, and what can be made. */
export function plansView(say: Say, shown: PlansShown): ModalView {
  const { plans, offered, keepsLedgers, timeZone, news } = shown;
  const last = Math.max(0, Math.ceil(plans.length / PLANS_A_PAGE) - 1);
  const page = Math.min(shown.page, last);
  const some = plans.slice(page * PLANS_A_PAGE, (page + 1) * PLANS_A_PAGE);
  return modal({
    callbackId: ids.plansView,
    title: say.plain('plans.title'),
    close: say.plain('form.close'),
    metadata: String(page),
    blocks: [
      ...(news ? [context(news)] : []),
      ...(keepsLedgers ? [ledgerButtons(say)] : []),
      ...(plans.length === 0 ? [section(say(offered.length > 0 ? 'plans.none' : 'plans.nothingForYou'))] : []),
      ...some.flatMap((standing) => planBlocks(say, standing, timeZone)),
      ...(last > 0 ? [turning(say, page, last)] : []),
      ...(offered.length > 0 ? [divider(), ...adding(say, offered)] : []),
    ],
  });
}

const ledgerButtons = (say: Say): KnownBlock =>
  actions('ledgers', [
    button(ids.upload, say.plain('files.upload')),
    button(ids.entry, say.plain('files.entry')),
    button(numbered(ids.files, 'open'), say.plain('files.open'), { value: '0' }),
    button(ids.lines, say.plain('files.lines')),
  ]);

function turning(say: Say, page: number, last: number): KnownBlock {
  const turn = (to: number, label: 'form.earlier' | 'form.later') =>
    button(numbered(ids.turnPlans, to), say.plain(label), { value: String(to) });
  return actions('turn', [
    ...(page > 0 ? [turn(page - 1, 'form.earlier')] : []),
    ...(page < last ? [turn(page + 1, 'form.later')] : []),
  ]);
}

function adding(say: Say, offered: readonly OfferedSource[]): KnownBlock[] {
  const buttons = offered
    .slice(0, 20)
    .map((one, place) => button(numbered(ids.add, place), titleOf(one, say.language), { value: one.source.name }));
  return [context(say('plans.add')), actions('add', buttons)];
}

function planBlocks(say: Say, { plan, offered, last }: PlanStanding, timeZone: string): KnownBlock[] {
  const { id, name, period, isPaused } = plan;
  const about = offered ? titleOf(offered, say.language) : say.plain('plans.sourceGone');
  const act = (action: string, text: string, value = id) => button(numbered(action, id), text, { value });
  const sure = (action: string, label: 'plans.sendNow' | 'plans.remove', text: string) =>
    button(numbered(action, id), say.plain(label), {
      value: id,
      confirm: {
        title: plain(say.plain(label), 100),
        text: plain(text, 300),
        confirm: plain(say.plain('form.yes'), 30),
        deny: plain(say.plain('form.no'), 30),
      },
    });
  const other = JSON.stringify({ id, isPaused: !isPaused } satisfies z.output<typeof pauseClaim>);
  return [
    section(
      [
        `*${escapeText(name)}* · ${escapeText(about)}, ${say(`period.${period}`)}`,
        say('plans.to', { to: recipientsText(plan) }),
        whenText(say, plan, timeZone),
      ].join('\n'),
    ),
    ...(last ? [context(lastText(say, last, period))] : []),
    actions(`plan-${id}`, [
      act(ids.look, say.plain('plans.look')),
      act(ids.preview, say.plain('plans.preview')),
      sure(ids.sendNow, 'plans.sendNow', say.plain('plans.sureSend')),
      act(ids.edit, say.plain('plans.edit')),
      ...(plan.rule ? [act(ids.pause, say.plain(isPaused ? 'plans.resume' : 'plans.pause'), other)] : []),
      act(ids.history, say.plain('plans.history'), `${id}/0`),
      sure(ids.remove, 'plans.remove', say.plain('plans.sureRemove')),
    ]),
  ];
}

const PEOPLE_SHOWN = 5;

function recipientsText({ channel, people }: Plan): string {
  const more = people.length > PEOPLE_SHOWN ? [`+${people.length - PEOPLE_SHOWN}`] : [];
  return [...(channel ? [channelLink(channel)] : []), ...people.slice(0, PEOPLE_SHOWN).map(mention), ...more].join(
    ', ',
  );
}

function whenText(say: Say, { rule, isPaused, nextAt }: Plan, timeZone: string): string {
  if (!rule) return say('plans.byHand');
  const next = isPaused
    ? say('plans.paused')
    : nextAt
      ? say('plans.next', { when: dueText(say.language, nextAt, timeZone) })
      : say('plans.never');
  return `${ruleText(say.language, rule)}. ${next}`;
}

/** `Sent 2 days ago: 16–22 November`, or why it wasn't. */
export function lastText(say: Say, run: Run, period: Plan['period']): string {
  const values = { when: momentInside(run.at), period: periodText(period, run, say.language) };
  return run.reason === null
    ? say(`run.${run.outcome as 'sent' | 'preview'}`, values)
    : `⚠️ ${say(`run.reason.${run.reason}`, values)}`;
}

export interface HistoryShown {
  plan: Plan;
  runs: readonly Run[];
  page: number;
  total: number;
  perPage: number;
}

/** What became of a report, the newest first. */
export const historyView = (say: Say, { plan, runs, page, total, perPage }: HistoryShown): ModalView =>
  modal({
    callbackId: ids.historyView,
    title: say.plain('history.title'),
    close: say.plain('form.close'),
    blocks: [
      section(`*${escapeText(plan.name)}*`),
      ...(runs.length === 0 ? [section(say('history.none'))] : []),
      ...runs.map((run) => {
        const by = run.byId ? ` · ${mention(run.byId)}` : '';
        const to = [
          ...(run.channel ? [channelLink(run.channel)] : []),
          ...run.readers.slice(0, PEOPLE_SHOWN).map(mention),
        ];
        const text = `${lastText(say, run, plan.period)}${by}${to.length > 0 ? `\n${say('plans.to', { to: to.join(', ') })}` : ''}`;
        const isTold = run.reason === null;
        return section(
          text,
          ...(isTold ? [button(numbered(ids.openRun, run.id), say.plain('report.open'), { value: run.id })] : []),
        );
      }),
      ...((page + 1) * perPage < total || page > 0
        ? [historyTurning(say, plan.id, page, (page + 1) * perPage < total)]
        : []),
    ],
  });

function historyTurning(say: Say, id: string, page: number, hasMore: boolean): KnownBlock {
  const turn = (to: number, label: 'form.earlier' | 'form.later') =>
    button(numbered(ids.history, to), say.plain(label), { value: `${id}/${to}` });
  return actions('turn', [
    ...(page > 0 ? [turn(page - 1, 'form.later')] : []),
    ...(hasMore ? [turn(page + 1, 'form.earlier')] : []),
  ]);
}
