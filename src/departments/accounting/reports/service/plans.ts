import { nextDates, type TimedRule } from '../../../../platform/calendar/month-rules.js';
import { calendarOf } from '../../../../platform/settings/office-settings.js';
import type { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import { type Reading, type Reports, require, standingsOf } from '../desk.js';
import { DESK } from '../ledger.js';
import { may } from '../permissions.js';
import { MOST_PLANS, type Plan, type PlanWish, planCase, type Run } from '../report.js';
import { no } from '../words.js';
import type { OfferedSource } from './sources.js';

/** When a rule comes next, in the office's zone and by its holidays. */
export const datesOf = ({ office, now }: Pick<Reading, 'office' | 'now'>, rule: TimedRule, count = 5) =>
  nextDates(rule, calendarOf(office), now, count);

export interface PlanStanding {
  plan: Plan;
  /** Null: the desk that told it is gone. */
  offered: OfferedSource | null;
  last: Run | null;
}

/** The reports that somebody may see: their own, and for bookkeepers those of what they may read. */
export async function seePlans(desk: Reading, by: string): Promise<PlanStanding[]> {
  const visible: PlanStanding[] = [];
  for (const plan of await desk.plans.all()) {
    if (!(await isVisible(desk, by, plan))) continue;
    visible.push({ plan, offered: desk.sources.get(plan.source) ?? null, last: null });
  }
  const last = await desk.runs.lastOf(visible.map(({ plan }) => plan.id));
  return visible.map((standing) => ({ ...standing, last: last.get(standing.plan.id) ?? null }));
}

/** Whoever made it but may not read its source any more still sees that it is there, and can remove it. */
async function isVisible(desk: Reading, by: string, plan: Plan): Promise<boolean> {
  const standings = await standingsOf(desk, by, plan);
  if (standings.has('owner')) return true;
  return may('seePlan', standings) && (await mayRead(desk, by, plan.source));
}

const mayRead = async ({ sources, look }: Reading, by: string, source: string): Promise<boolean> =>
  (await sources.get(source)?.source.mayRead(look, by)) ?? false;

export async function seePlan(desk: Reading, by: string, id: string): Promise<Plan> {
  const plan = await desk.plans.get(id);
  if (!plan || !(await isVisible(desk, by, plan))) throw no('refused.noPlan');
  return plan;
}

/** The one with that name, else the only one that begins so. */
export async function planCalled(desk: Reading, by: string, typed: string): Promise<Plan> {
  const plans = (await seePlans(desk, by)).map(({ plan }) => plan);
  const sought = folded(typed);
  const named = plans.filter(({ name }) => folded(name) === sought);
  const found = named.length > 0 ? named : plans.filter(({ name }) => folded(name).startsWith(sought));
  const [plan, ...others] = found;
  if (!plan) throw no('refused.noPlanCalled', { name: typed });
  if (others.length > 0) throw no('refused.severalPlans', { names: found.map(({ name }) => name).join(', ') });
  return plan;
}

/** The source, if that person may read it. */
export async function sourceFor({ sources, look }: Reading, by: string, name: string): Promise<OfferedSource> {
  const offered = sources.get(name);
  if (!offered || !(await offered.source.mayRead(look, by))) throw no('refused.noSource');
  return offered;
}

/** Adds a report, or changes the one with that id. The channel was looked up already. */
export async function keepPlan(desk: Reports, by: string, id: string | null, wish: PlanWish): Promise<Plan> {
  const { source } = await sourceFor(desk, by, wish.source);
  const { channel, people, period } = wish;
  if (source.isPrivate && channel !== null) throw no('refused.peopleOnly', {}, 'channel');
  if (source.isYearly && period !== 'year') throw no('refused.yearOnly', {}, 'period');
  if (channel === null && people.length === 0) throw no('refused.nobodyChosen', {}, 'people');
  const barred = [];
  for (const person of people) if (!(await source.mayRead(desk.look, person))) barred.push(person);
  if (barred.length > 0) throw no('refused.mayNotRead', { people: await namesOf(desk, barred) }, 'people');
  const nextAt = wish.rule ? (datesOf(desk, wish.rule, 1)[0] ?? null) : null;
  if (wish.rule && nextAt === null) throw no('refused.never', {}, 'rule');
  const kept =
    id === null ? await addPlan(desk, by, { ...wish, nextAt }) : await changePlan(desk, by, id, { ...wish, nextAt });
  await record(desk, by, id === null ? 'add-report' : 'change-report', kept);
  return kept;
}

async function namesOf({ people }: Reading, ids: readonly string[]): Promise<string> {
  const known = await people.many(ids);
  return ids.map((id) => known.find((person) => person.id === id)?.name ?? id).join(', ');
}

type Timed = PlanWish & { nextAt: Temporal.Instant | null };

async function addPlan({ plans }: Reports, ownerId: string, wish: Timed): Promise<Plan> {
  if ((await plans.all()).length >= MOST_PLANS) throw no('refused.tooMany', { most: MOST_PLANS });
  return plans.add({ ...wish, ownerId });
}

async function changePlan(desk: Reports, by: string, id: string, wish: Timed): Promise<Plan> {
  const { source } = await hold(desk, by, id);
  // What was told of one source is kept with the report: it never becomes one of another, whose readers are others.
  if (source !== wish.source) throw no('refused.noPlan');
  return desk.plans.change(id, wish, by);
}

async function hold(desk: Reports, by: string, id: string): Promise<Plan> {
  await seePlan(desk, by, id);
  const plan = await desk.plans.hold(id);
  if (!plan) throw no('refused.noPlan');
  await require(desk, 'changePlan', by, plan);
  return plan;
}

/** A paused report is passed over; resumed, it waits for its next date, and makes up for none. */
export async function pausePlan(desk: Reports, by: string, id: string, isPaused: boolean): Promise<Plan> {
  const { rule } = await hold(desk, by, id);
  const nextAt = rule ? (datesOf(desk, rule, 1)[0] ?? null) : null;
  const kept = await desk.plans.change(id, { isPaused, nextAt }, by);
  await record(desk, by, isPaused ? 'pause-report' : 'resume-report', kept);
  return kept;
}

export async function removePlan(desk: Reports, by: string, id: string): Promise<void> {
  const plan = await hold(desk, by, id);
  await desk.plans.remove(id);
  await record(desk, by, 'remove-report', plan);
}

/** The office has other hours, holidays or another zone: what lies ahead moves along. What is due already stays due. */
export async function followOffice(desk: Reports): Promise<void> {
  for (const { id } of await desk.plans.all()) {
    const plan = await desk.plans.hold(id);
    const isDue = plan?.nextAt && plan.nextAt.epochMilliseconds <= desk.now.epochMilliseconds;
    if (!plan?.rule || isDue) continue;
    await desk.plans.change(id, { nextAt: datesOf(desk, plan.rule, 1)[0] ?? null });
  }
}

const record = ({ audit }: Reports, actor: string, action: string, { id, source }: Plan) =>
  audit.record({ actor, action: `${DESK}.${action}`, object: planCase(id), detail: { source } });
