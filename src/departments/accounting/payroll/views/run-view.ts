import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, plain, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { mention, momentInside, quote } from '../../../../platform/mrkdwn.js';
import { daysText, dayText } from '../../../../platform/words/dates.js';
import { checkNames, checks } from '../checks/finding.js';
import type { RunAct } from '../run/states.js';
import { runIds } from '../run-ids.js';
import type { RunOverview } from '../service/look.js';
import type { CheckCount } from '../store/findings.js';
import type { CurrencyTotal } from '../store/payslips.js';
import type { Say } from '../words.js';

type Figures = Omit<RunOverview, 'acts'>;

/** A run as whoever keeps the payroll sees it: in a form, which nobody else can open. */
export function runView(say: Say, overview: RunOverview, news?: string): ModalView {
  const { run, people } = overview;
  return modal({
    callbackId: runIds.view,
    title: say.plain('run.view.title'),
    close: say.plain('run.form.close'),
    metadata: run.id,
    blocks: [
      ...(news ? [context(news)] : []),
      ...headOf(say, overview),
      divider(),
      ...figuresBlocks(say, overview),
      ...(people > 0 ? [actions('look', [peopleButton(say, run.id)])] : []),
      divider(),
      ...checksBlocks(say, overview, true),
      ...actsBlocks(say, overview),
    ],
  });
}

/** In place of a run that is gone. */
export const discardedView = (say: Say, period: string): ModalView =>
  modal({
    callbackId: runIds.view,
    title: say.plain('run.view.title'),
    close: say.plain('run.form.close'),
    blocks: [section(say('run.view.discarded', { period }))],
  });

export const peopleButton = (say: Say, id: string) =>
  button(runIds.people, say.plain('run.view.everybody'), { value: JSON.stringify({ id, query: '', page: 0 }) });

function headOf(say: Say, { run, gap }: Figures): KnownBlock[] {
  const { state, preparedBy, computedAt, approvedBy, approvedAt, returnedFor } = run;
  const head = say('run.view.head', {
    icon: say(`run.icon.${state}`),
    period: daysText(run.period, say.language),
    state: say(`run.state.${state}`),
    payday: dayText(run.payday, say.language),
  });
  const prepared = say('run.view.prepared', { preparer: mention(preparedBy), moment: momentInside(computedAt) });
  const approved =
    approvedBy && approvedAt
      ? [say('run.view.approved', { approver: mention(approvedBy), moment: momentInside(approvedAt) })]
      : [];
  return [
    section(head),
    context(prepared, ...approved),
    ...(returnedFor ? [section(say('run.view.returned', { reason: quote(returnedFor) }))] : []),
    ...(gap ? [section(say('run.view.gap', { period: daysText(gap, say.language) }))] : []),
  ];
}

/** How many are paid, and how much in each currency. */
export function figuresBlocks(say: Say, { totals, people }: Pick<Figures, 'totals' | 'people'>): KnownBlock[] {
  if (people === 0) return [section(say('run.view.nobody'))];
  return [context(say('run.view.people', { count: people })), ...totals.map((total) => section(totalText(say, total)))];
}

const totalText = (say: Say, { currency, payslips, gross, deducted, net }: CurrencyTotal): string =>
  say('run.view.total', {
    ...{ currency, count: payslips },
    gross: moneyText(gross, say.language),
    deducted: moneyText(deducted, say.language),
    net: moneyText(net, say.language),
  });

/** One line a check, those that block first; with a button each where there is something behind it. */
export function checksBlocks(say: Say, { run, checks: counts }: Figures, withButtons: boolean): KnownBlock[] {
  const found = checkNames.flatMap((name) => counts.find(({ check }) => check === name) ?? []);
  if (found.length === 0) return [section(say('run.view.checksFine'))];
  const rows = found.map((count) => {
    const value = JSON.stringify({ id: run.id, check: count.check, page: 0 });
    const look = button(`${runIds.findings}:${count.check}`, say.plain('check.look'), { value });
    return section(rowText(say, count), withButtons ? look : undefined);
  });
  return [section(`*${say('run.view.checks')}*`), ...rows];
}

function rowText(say: Say, { check, count, overridden }: CheckCount): string {
  const state = !checks[check].blocks ? 'warns' : overridden === count ? 'passed' : 'blocks';
  const values = { icon: say(`check.state.${state}`), count, name: say(`check.${check}.name`), passed: overridden };
  return say(overridden > 0 ? 'check.rowPassed' : 'check.row', values);
}

type Pressed = Exclude<RunAct, 'return' | 'override' | 'approve'>;
const inOrder = ['submit', 'recompute', 'takeBack', 'markPaid', 'discard'] as const satisfies readonly Pressed[];

function actsBlocks(say: Say, { run, acts }: RunOverview): KnownBlock[] {
  const buttons = inOrder
    .filter((act) => acts.has(act))
    .map((act) =>
      button(runIds[act], say.plain(`run.view.${act}`), {
        value: run.id,
        ...(act === 'submit' && { style: 'primary' as const }),
        ...(act === 'discard' && { style: 'danger' as const, confirm: sure(say, 'discard', 'sureDiscard') }),
        ...(act === 'markPaid' && { style: 'primary' as const, confirm: sure(say, 'markPaid', 'surePaid') }),
      }),
    );
  return buttons.length > 0 ? [divider(), actions('acts', buttons)] : [];
}

const sure = (say: Say, title: 'discard' | 'markPaid', text: 'sureDiscard' | 'surePaid') => ({
  title: plain(say.plain(`run.view.${title}`), 100),
  text: plain(say.plain(`run.view.${text}`), 300),
  confirm: plain(say.plain('run.view.yes'), 30),
  deny: plain(say.plain('run.view.no'), 30),
});
