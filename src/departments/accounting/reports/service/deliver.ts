import { channelTrouble } from '../../../../platform/channel-trouble.js';
import type { Days } from '../../../../platform/hours.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Workspace } from '../../../../platform/workspace.js';
import { type Reading, type Reports, todayOf } from '../desk.js';
import { DESK } from '../ledger.js';
import { tellOwner } from '../letters/owners.js';
import { tellReport } from '../letters/report.js';
import type { Outcome, Plan, Reason, Report, Run } from '../report.js';
import { lastPeriod } from '../rules/span.js';
import { compose } from './compose.js';
import { datesOf } from './plans.js';
import type { OfferedSource } from './sources.js';

/** What would be told, worked out before the transaction that tells it: a source may take its time, or fail. */
export interface Prepared {
  plan: Plan;
  days: Days;
  readers: readonly { id: string; language: Language }[];
  leftOut: readonly string[];
  /** By language, or by reader where each is told something of their own. */
  reports: ReadonlyMap<string, Report>;
  /** Why nothing is to be sent. */
  reason: Reason | null;
}

/** A report that is later than that isn't made up for. */
const LATEST_HOURS = 24;

/** What a report is about when it is due then: the newest period that was over by that day. */
export const spanAt = ({ office }: Reading, { period }: Pick<Plan, 'period'>, at: Temporal.Instant): Days =>
  lastPeriod(period, todayOf({ office, now: at }));

/** Asks the source for everybody who is to get it. Whoever may not read it (any more) is left out. `only`: for a preview. */
export async function prepare(desk: Reading, plan: Plan, days: Days, only?: string): Promise<Prepared> {
  const offered = desk.sources.get(plan.source);
  if (!offered) return nothing(plan, days, 'noSource');
  const { readers, leftOut } = await readersOf(desk, offered, only === undefined ? plan.people : [only]);
  const channel = only === undefined ? plan.channel : null;
  const isPrivate = offered.source.isPrivate ?? false;
  const reports = new Map<string, Report>();
  const told = [...readers, ...(channel === null ? [] : [{ id: null, language: desk.office.language }])];
  for (const { id, language } of told) {
    const key = keyFor({ isPrivate }, { id, language });
    if (reports.has(key)) continue;
    const readerId = isPrivate ? id : null;
    reports.set(key, await compose(desk.look, { offered, period: plan.period, days, language, readerId }));
  }
  const isEmpty = [...reports.values()].every((report) => report.isEmpty);
  const reason = told.length === 0 ? 'nobody' : isEmpty && plan.skipsEmpty && only === undefined ? 'empty' : null;
  return { plan, days, readers, leftOut, reports, reason };
}

export const nothing = (plan: Plan, days: Days, reason: Reason): Prepared => ({
  ...{ plan, days, reason, readers: [], leftOut: [], reports: new Map() },
});

async function readersOf({ people, look }: Reading, { source }: OfferedSource, ids: readonly string[]) {
  const known = (await people.many(ids)).filter(({ deactivatedAt }) => deactivatedAt === null);
  const readers: { id: string; language: Language }[] = [];
  for (const { id, language } of known) if (await source.mayRead(look, id)) readers.push({ id, language });
  return { readers, leftOut: ids.filter((id) => readers.every((reader) => reader.id !== id)) };
}

/**
 * Slack is asked beforehand whether the channel can be written to: else nobody would hear that it can't. Where Slack doesn't
 * answer just now, the report is written down all the same, and said when it is back.
 */
export async function reachable(workspace: Pick<Workspace, 'channel'>, ready: Prepared): Promise<Prepared> {
  const { plan, days, reason } = ready;
  if (reason !== null || plan.channel === null) return ready;
  const trouble = await channelTrouble(workspace, plan.channel).catch(() => undefined);
  return trouble ? nothing(plan, days, 'noChannel') : ready;
}

/** Under which name a report is kept with its run. */
export const keyFor = (
  { isPrivate }: Pick<Report, 'isPrivate'>,
  { id, language }: { id: string | null; language: Language },
): string => (isPrivate && id !== null ? id : language);

/** Sends what was prepared, or writes down why not; null: that was done before, by this replica or another. */
export async function deliver(
  desk: Reports,
  ready: Prepared,
  { dueKey, byId, isPreview = false }: { dueKey: string; byId: string | null; isPreview?: boolean },
): Promise<Run | null> {
  const { plan, days, reason, readers, leftOut, reports } = ready;
  const channel = isPreview ? null : plan.channel;
  const run = await desk.runs.add({
    ...{ planId: plan.id, dueKey, ...days, outcome: outcomeOf(reason, isPreview), reason, byId, channel },
    ...{ readers: reason ? [] : readers.map(({ id }) => id), leftOut, reports: reason ? new Map() : reports },
  });
  if (!run) return null;
  await desk.audit.record({
    ...{ actor: byId ?? 'system', action: `${DESK}.${run.outcome}`, object: `${DESK}/run/${run.id}` },
    detail: { source: plan.source, readers: run.readers.length, ...(reason && { reason }) },
  });
  if (reason === null) {
    const told = [
      ...readers,
      ...(channel === null ? [] : [{ id: channel, language: desk.office.language, isChannel: true }]),
    ];
    for (const to of told) {
      const report = reports.get('isChannel' in to ? to.language : keyFor({ isPrivate: isPrivateIn(reports) }, to));
      if (report) await tellReport(desk, { plan, run, report, to });
    }
  }
  if (!isPreview) await tellOwner(desk, plan, run);
  return run;
}

const isPrivateIn = (reports: ReadonlyMap<string, Report>): boolean =>
  [...reports.values()].some(({ isPrivate }) => isPrivate);

const outcomeOf = (reason: Reason | null, isPreview: boolean): Outcome => {
  if (reason === 'fault' || reason === 'noSource' || reason === 'noChannel') return 'failed';
  if (reason !== null) return 'skipped';
  return isPreview ? 'preview' : 'sent';
};

/** What is due now, worked out; what is too late is only passed over. */
export async function prepareDue(desk: Reading, plan: Plan): Promise<Prepared> {
  const dueAt = plan.nextAt ?? desk.now;
  const days = spanAt(desk, plan, dueAt);
  return dueAt.until(desk.now).total('hours') > LATEST_HOURS ? nothing(plan, days, 'late') : prepare(desk, plan, days);
}

/** Sends what was due, once however many replicas saw it, and waits for the next time. */
export async function deliverDue(desk: Reports, due: readonly Prepared[]): Promise<void> {
  for (const ready of due) {
    const held = await desk.plans.hold(ready.plan.id);
    const { nextAt } = ready.plan;
    // Somebody else sent it, or its owner changed, paused or removed it meanwhile.
    const isSame = held?.nextAt && nextAt && toDate(held.nextAt).getTime() === toDate(nextAt).getTime();
    if (!held || !nextAt || !isSame || held.isPaused) continue;
    await deliver(desk, ready, { dueKey: nextAt.toString(), byId: null });
    const next = held.rule ? (datesOf(desk, held.rule, 1)[0] ?? null) : null;
    await desk.plans.change(held.id, { nextAt: next });
  }
}
