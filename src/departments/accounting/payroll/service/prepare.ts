import { randomUUID } from 'node:crypto';
import { type Payroll, type Reading, require } from '../desk.js';
import type { PayRun } from '../run/pay-run.js';
import { DESK } from '../settings.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';
import { type Computed, computeRun, keepComputed } from './compute.js';
import type { RunWish } from './inputs.js';
import { holdFor, overlaps } from './refuse.js';

/** Longer periods are typing mistakes. */
const MOST_DAYS = 62;

export const mayPrepare = (desk: Reading, by: string): Promise<void> => require(desk, 'prepareRun', by);

/** A first look at a new run: computed, and not yet written down. */
export async function tryRun(desk: Reading, by: string, wish: Omit<RunWish, 'id'>): Promise<Computed> {
  await require(desk, 'prepareRun', by);
  const { period, payday } = wish;
  const days = period.from.until(period.until).days + 1;
  if (days < 1) throw no('run.refused.periodOrder', {}, 'until');
  if (days > MOST_DAYS) throw no('run.refused.periodLong', { count: MOST_DAYS }, 'until');
  if (period.from.until(payday).days < 0) throw no('run.refused.paydayEarly', {}, 'payday');
  await refuseOverlap(desk, wish);
  return computeRun(desk, { id: randomUUID(), ...wish });
}

/** Begins a run. No day may be in two of them: the database says so too, should two people begin one together. */
export async function beginRun(desk: Payroll, by: string, computed: Computed): Promise<PayRun> {
  await require(desk, 'prepareRun', by);
  const { wish, fingerprint, computedAt } = computed;
  await runsIn(desk.db).oneAtATime();
  await refuseOverlap(desk, wish);
  const run = await runsIn(desk.db).add({ ...wish, preparedBy: by, computedAt, fingerprint });
  await keepComputed(desk, computed);
  await record(desk, by, 'begin-run', run);
  return run;
}

async function refuseOverlap({ db }: Reading, { period }: Pick<RunWish, 'period'>): Promise<void> {
  const other = await runsIn(db).overlapping(period);
  if (other) throw overlaps(other);
}

/** The same run with the hours, people and terms of now. */
export async function tryAgain(desk: Reading, by: string, id: string): Promise<Computed> {
  await require(desk, 'prepareRun', by);
  const run = await runsIn(desk.db).get(id);
  if (!run) throw no('run.refused.gone');
  return computeRun(desk, run);
}

/** Until it is submitted, a run can be computed as often as one likes. */
export async function recomputeRun(desk: Payroll, by: string, computed: Computed): Promise<PayRun> {
  await require(desk, 'prepareRun', by);
  const { id, version, preparers } = await holdFor(desk, 'recompute', computed.wish.id);
  const { fingerprint, computedAt } = computed;
  await keepComputed(desk, computed);
  const everybody = [...new Set([...preparers, by])];
  const change = { version: version + 1, fingerprint, computedAt, preparers: everybody };
  const run = await runsIn(desk.db).change(id, change);
  await record(desk, by, 'recompute-run', run);
  return run;
}

export async function discardRun(desk: Payroll, by: string, id: string): Promise<PayRun> {
  await require(desk, 'prepareRun', by);
  const run = await holdFor(desk, 'discard', id);
  await runsIn(desk.db).remove(id);
  await record(desk, by, 'discard-run', run);
  return run;
}

/** Who did what to which run; never an amount. */
export const record = ({ audit }: Payroll, actor: string, act: string, { id, period, version, state }: PayRun) =>
  audit.record({
    actor,
    action: `${DESK}.${act}`,
    object: `${DESK}/run/${id}`,
    detail: { from: period.from.toString(), until: period.until.toString(), version, state },
  });
