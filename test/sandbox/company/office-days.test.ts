import fc from 'fast-check';
import { talk } from '../../../src/sandbox/company/demo-talk.js';
import { momentIn } from '../../../src/sandbox/company/office-days.js';

const said = (daysAgo: number, at: string, now: string) =>
  new Date(momentIn({ daysAgo, at }, Date.parse(now))).toISOString();

describe('what the demo company said before anyone looked', () => {
  it('was said this morning when one looks in the afternoon', () => {
    expect(said(0, '09:05', '2026-11-26T14:00:00Z')).toBe('2026-11-26T09:05:00.000Z');
  });

  it('was said on Friday when one looks at the weekend, or early on Monday', () => {
    for (const now of ['2026-11-28T12:00:00Z', '2026-11-29T23:00:00Z', '2026-11-30T07:00:00Z'])
      expect(said(0, '09:05', now)).toBe('2026-11-27T09:05:00.000Z');
  });

  it('skips the weekend, and stands at the same hour in summer', () => {
    expect(said(2, '16:05', '2026-11-30T14:00:00Z')).toBe('2026-11-26T16:05:00.000Z');
    expect(said(0, '09:05', '2026-07-01T14:00:00Z')).toBe('2026-07-01T08:05:00.000Z');
  });

  it('was said in office hours and is over, whenever one looks', () => {
    const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', weekday: 'short', timeZone: 'Europe/London' });
    fc.assert(
      fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (now) => {
        for (const line of talk) {
          const moment = momentIn(line, now.getTime());
          expect(moment).toBeLessThan(now.getTime());
          expect(hour.format(moment)).toMatch(/^(Mon|Tue|Wed|Thu|Fri), (08|09|1[0-7])$/);
        }
      }),
    );
  });
});
