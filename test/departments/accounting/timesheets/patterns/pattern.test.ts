import {
  expectedMinutes,
  officePattern,
  patternOn,
} from '../../../../../src/departments/accounting/timesheets/patterns/pattern.js';
import { day, office, pattern, worker } from './samples.js';

const never = worker();
const week = ['16', '17', '18', '19', '20', '21', '22'].map((date) => day(`2026-11-${date}`));

describe('the minutes that are expected', () => {
  it('are the hours of the office, for who has no others', () => {
    expect(week.map((on) => expectedMinutes(office, on, never))).toEqual([480, 480, 480, 480, 480, 0, 0]);
    const late = officePattern({ 6: { from: '08:30', to: '12:00' } });
    expect(week.map((on) => expectedMinutes(late, on, never))).toEqual([0, 0, 0, 0, 0, 210, 0]);
  });

  it('are none on holidays and while away', () => {
    const off = worker({ holidays: ['2026-11-17'], away: ['2026-11-19', '2026-11-20'] });
    expect(week.map((on) => expectedMinutes(office, on, off))).toEqual([480, 0, 480, 0, 0, 0, 0]);
  });

  it('begin on the first day with us and end with the last', () => {
    const short = pattern({ startsOn: day('2026-11-17'), endsOn: day('2026-11-19') });
    expect(week.map((on) => expectedMinutes(short, on, never))).toEqual([0, 480, 480, 480, 0, 0, 0]);
  });
});

describe('which pattern holds', () => {
  const full = pattern({ validFrom: day('2026-03-01'), startsOn: day('2026-02-02') });
  const half = pattern({ validFrom: day('2026-06-01'), minutes: [240, 240, 0, 0, 0, 0, 0] });

  it('is the newest that has begun, whichever order they come in', () => {
    expect(patternOn([half, full], day('2026-05-31'), office)).toBe(full);
    expect(patternOn([half, full], day('2026-06-01'), office)).toBe(half);
  });

  it('is the office before the first, for those who were with us then', () => {
    const before = patternOn([half, full], day('2026-02-10'), office);
    expect(before.minutes).toEqual(office.minutes);
    expect(expectedMinutes(before, day('2026-01-30'), never)).toBe(0);
    expect(expectedMinutes(before, day('2026-02-02'), never)).toBe(480);
    expect(patternOn([], day('2026-02-10'), office)).toEqual(office);
  });
});
