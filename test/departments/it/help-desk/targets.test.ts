import fc from 'fast-check';
import { helpDeskSettings } from '../../../../src/departments/it/help-desk/settings.js';
import {
  answered,
  keepClock,
  type Rules,
  resetClock,
  startClock,
  workingDaysLater,
} from '../../../../src/departments/it/help-desk/targets.js';
import { priorities } from '../../../../src/departments/it/help-desk/ticket.js';
import { workingMinutesBetween } from '../../../../src/platform/calendar/working-time.js';
import { calendarOf, officeSettings } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';

const office = { timeZone: 'Europe/Bucharest', holidays: [{ date: '2026-03-04', name: 'Office day' }] };
const rules: Rules = {
  calendar: calendarOf(officeSettings.parse(office)),
  targets: helpDeskSettings.parse({}).targets,
};
const at = (moment: string) => Temporal.Instant.from(moment);
const dues = (timing: { targets: { kind: string; dueAt: Temporal.Instant | null }[] }) =>
  Object.fromEntries(timing.targets.map(({ kind, dueAt }) => [kind, dueAt?.toString() ?? null]));

describe('by when the desk owes something', () => {
  it('counts working hours: raised on Friday at four, a high ticket is answered by five and solved on Monday by four', () => {
    const timing = startClock({ state: 'new', priority: 'high' }, rules, at('2026-03-06T14:00:00Z'));
    expect(dues(timing)).toEqual({ respond: '2026-03-06T15:00:00Z', resolve: '2026-03-09T14:00:00Z' });
  });

  it('passes over nights, weekends and holidays', () => {
    const timing = startClock({ state: 'new', priority: 'normal' }, rules, at('2026-03-03T22:00:00Z'));
    expect(dues(timing)).toEqual({ respond: '2026-03-05T11:00:00Z', resolve: '2026-03-09T15:00:00Z' });
  });

  it('counts on through the spring change of clocks', () => {
    const timing = startClock({ state: 'new', priority: 'high' }, rules, at('2026-03-27T14:00:00Z'));
    expect(dues(timing).resolve).toBe('2026-03-30T13:00:00Z');
  });

  it('is warned of when three quarters of the time are used', () => {
    const { targets } = startClock({ state: 'new', priority: 'urgent' }, rules, at('2026-03-02T08:00:00Z'));
    expect(targets.map(({ warnAt }) => warnAt?.toString())).toEqual(['2026-03-02T08:22:30Z', '2026-03-02T11:00:00Z']);
  });

  it('is nothing in an office that never opens, and the ticket is taken all the same', () => {
    const closed = { ...rules, calendar: { ...rules.calendar, hours: {} } };
    expect(startClock({ state: 'new', priority: 'urgent' }, closed, at('2026-03-02T08:00:00Z')).targets).toEqual([]);
  });
});

describe('new targets of the desk', () => {
  const start = at('2026-03-02T08:00:00Z');
  const urgent = { state: 'new', priority: 'urgent' } as const;
  const ticket = { ...urgent, ...startClock(urgent, rules, start) };
  const minutes = (respond: number, resolve: number): Rules => ({
    ...rules,
    targets: { ...rules.targets, urgent: { respond, resolve } },
  });

  it('count from when the ticket was raised, with the time that its clock has run', () => {
    const timing = resetClock(ticket, minutes(60, 120), at('2026-03-02T08:45:00Z'));
    expect(dues(timing)).toEqual({ respond: '2026-03-02T09:00:00Z', resolve: '2026-03-02T10:00:00Z' });
    expect(timing.spentMinutes).toBe(45);
  });

  it('are told of anew where they are further away, and not twice where they aren’t', () => {
    const told = { ...ticket, targets: ticket.targets.map((one) => ({ ...one, warnedAt: start, escalatedAt: start })) };
    const further = resetClock(told, minutes(600, 1200), at('2026-03-02T08:45:00Z'));
    expect(further.targets.every(({ warnedAt, escalatedAt }) => !warnedAt && !escalatedAt)).toBe(true);
    const nearer = resetClock(told, minutes(10, 20), at('2026-03-02T08:45:00Z'));
    expect(nearer.targets.every(({ warnedAt, escalatedAt }) => warnedAt && escalatedAt)).toBe(true);
  });

  it('stand while the requester is asked, and leave what was told alone', () => {
    const waiting = keepClock(ticket, { state: 'waiting', priority: 'urgent' }, rules, at('2026-03-02T08:30:00Z'));
    const told = { ...waiting, targets: waiting.targets.map((one) => ({ ...one, warnedAt: start })) };
    const timing = resetClock({ ...told, ...urgent, state: 'waiting' }, minutes(60, 120), at('2026-03-02T09:30:00Z'));
    expect(timing.spentMinutes).toBe(30);
    expect(timing.targets.find(({ kind }) => kind === 'resolve')).toMatchObject({ dueAt: null, warnedAt: start });
  });
});

describe('the clock', () => {
  const start = at('2026-03-02T08:00:00Z');
  const fresh = {
    state: 'new',
    priority: 'urgent',
    ...startClock({ state: 'new', priority: 'urgent' }, rules, start),
  } as const;
  const waiting = { state: 'waiting', priority: 'urgent' } as const;
  const working = { state: 'in_progress', priority: 'urgent' } as const;

  it('owes no first answer once one was given', () => {
    expect(dues(answered(fresh, start))).toEqual({ resolve: '2026-03-02T12:00:00Z' });
  });

  it('doesn’t count the time that the requester takes to answer', () => {
    const asked = keepClock({ ...fresh, ...answered(fresh, start) }, waiting, rules, at('2026-03-02T09:00:00Z'));
    const resumed = keepClock({ ...asked, ...waiting }, working, rules, at('2026-03-06T08:00:00Z'));
    expect(resumed.spentMinutes).toBe(60);
    expect(dues(resumed)).toEqual({ resolve: '2026-03-06T11:00:00Z' });
  });

  it('warns and escalates no second time after a pause, but anew when the priority moves', () => {
    const told = {
      ...fresh,
      targets: fresh.targets.map((target) => ({ ...target, warnedAt: start, escalatedAt: start })),
    };
    const paused = keepClock(told, waiting, rules, at('2026-03-02T09:00:00Z'));
    const resumed = keepClock({ ...paused, ...waiting }, working, rules, at('2026-03-02T10:00:00Z'));
    expect(resumed.targets.every(({ escalatedAt }) => escalatedAt !== null)).toBe(true);
    const moved = keepClock(
      { ...resumed, ...working },
      { ...working, priority: 'low' },
      rules,
      at('2026-03-02T10:00:00Z'),
    );
    expect(moved.targets.every(({ warnedAt, escalatedAt }) => warnedAt === null && escalatedAt === null)).toBe(true);
  });

  it('ends with the ticket', () => {
    expect(keepClock(fresh, { state: 'resolved', priority: 'urgent' }, rules, start)).toMatchObject({
      targets: [],
      runningSince: null,
    });
  });

  it('gives the desk just its working minutes, however often it asks back', () => {
    const pauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...priorities), pauses, (priority, spans) => {
        const limit = rules.targets[priority].resolve;
        let now = start;
        let spent = 0;
        let clock = { state: 'in_progress' as const, priority, ...startClock({ state: 'new', priority }, rules, now) };
        for (const [work, wait] of spans) {
          const asked = now.add({ minutes: work });
          spent += workingMinutesBetween(rules.calendar, now, asked);
          const stopped = {
            ...keepClock(clock, { state: 'waiting', priority }, rules, asked),
            state: 'waiting' as const,
            priority,
          };
          now = asked.add({ minutes: wait });
          clock = {
            ...keepClock(stopped, { state: 'in_progress', priority }, rules, now),
            state: 'in_progress' as const,
            priority,
          };
        }
        const due = clock.targets.find(({ kind }) => kind === 'resolve')?.dueAt ?? now;
        const left = workingMinutesBetween(rules.calendar, now, due);
        expect(left).toBeCloseTo(Math.max(0, limit - spent), 3);
      }),
    );
  });
});

describe('working days later', () => {
  it('is the same time of day, past weekends and holidays', () => {
    expect(workingDaysLater(rules.calendar, at('2026-03-03T08:00:00Z'), 3).toString()).toBe('2026-03-09T08:00:00Z');
  });
});
