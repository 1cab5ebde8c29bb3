import fc from 'fast-check';
import { warningDue } from '../../src/platform/deadlines.js';
import { Temporal } from '../../src/platform/time.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const weekdays = (on: Temporal.PlainDate) => on.dayOfWeek <= 5;

describe('warnings of a deadline', () => {
  it('come before a weekend where their day lies in it', () => {
    const due = day('2026-11-30');
    const at = (today: string, given: string[] = []) => warningDue({ due, given, isWorkingDay: weekdays }, day(today));
    expect(at('2026-11-24')).toBeNull();
    expect(at('2026-11-25')).toBe('near');
    expect(at('2026-11-26', ['near'])).toBeNull();
    expect(at('2026-11-27', ['near'])).toBe('eve');
    expect(at('2026-11-28')).toBeNull();
    expect(at('2026-11-30', ['near', 'eve'])).toBeNull();
    expect(at('2026-12-01', ['near', 'eve'])).toBe('late 2026-12-01');
    expect(at('2026-12-02', ['late 2026-12-01'])).toBe('late 2026-12-02');
  });

  it('never come twice, nor on a closed day, and at most two come before it has passed', () => {
    const closed = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 15 });
    fc.assert(
      fc.property(closed, fc.integer({ min: 3, max: 20 }), (offs, dueAfter) => {
        const first = day('2026-11-01');
        const isWorkingDay = (on: Temporal.PlainDate) => weekdays(on) && !offs.includes(first.until(on).days);
        const due = first.add({ days: dueAfter });
        const given: string[] = [];
        for (let after = 0; after < 30; after++) {
          const today = first.add({ days: after });
          const warning = warningDue({ due, given, isWorkingDay }, today);
          if (!warning) continue;
          expect(isWorkingDay(today)).toBe(true);
          expect(given).not.toContain(warning);
          expect(warning.startsWith('late')).toBe(Temporal.PlainDate.compare(today, due) > 0);
          given.push(warning);
        }
        expect(given.filter((one) => !one.startsWith('late')).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
