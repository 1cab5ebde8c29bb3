import { Temporal } from '../../../src/platform/time.js';
import { createPace } from '../../../src/platform/timers/pace.js';

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('the pace of a timer', () => {
  it('rests as long as it was told, and not longer', () => {
    const pace = createPace();
    expect(pace.isResting(at(100))).toBe(false);
    pace.rest(at(100), 5_000);
    expect([100, 104, 105].map((seconds) => pace.isResting(at(seconds)))).toEqual([true, true, false]);
  });

  it('begins anew when somebody moves the clock back', () => {
    const pace = createPace();
    pace.rest(at(1_000_000), 5_000);
    expect(pace.isResting(at(100))).toBe(false);
  });
});
