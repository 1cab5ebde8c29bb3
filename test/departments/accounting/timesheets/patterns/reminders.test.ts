import fc from 'fast-check';
import {
  dueForReminder,
  type HandIn,
  lastWorkingDay,
  type Reminder,
  reminderTimes,
  type Worker,
} from '../../../../../src/departments/accounting/timesheets/patterns/reminders.js';
import { Temporal } from '../../../../../src/platform/time.js';
import { day, pattern, week47, worker } from './samples.js';

const usual = reminderTimes.parse({});

/** Lives through the time around a period, a quarter of an hour at a time: which reminders came, and when it was there. */
function lived(person: Worker, sheet: HandIn = week47, times = usual, doneAt = '2027-01-01T00:00Z') {
  const given: { reminder: Reminder; at: Temporal.ZonedDateTime }[] = [];
  const until = Temporal.Instant.from('2026-11-24T00:00Z');
  let now = Temporal.Instant.from('2026-11-16T00:00Z');
  for (; Temporal.Instant.compare(now, until) < 0; now = now.add({ minutes: 15 })) {
    const isDone = sheet.isDone || Temporal.Instant.compare(now, Temporal.Instant.from(doneAt)) >= 0;
    const soFar = given.map(({ reminder }) => reminder);
    const reminder = dueForReminder(person, { ...sheet, isDone, given: soFar }, now, times);
    if (reminder) given.push({ reminder, at: now.toZonedDateTimeISO(person.timeZone) });
  }
  return given;
}

const read = (given: ReturnType<typeof lived>) =>
  given.map(({ reminder, at }) => `${reminder} ${at.toPlainDateTime().toString().slice(5, 16)}`);

describe('who has not handed in', () => {
  it('is reminded on Friday at three, and on the morning of the cut-off', () => {
    expect(read(lived(worker()))).toEqual(['lastDay 11-20T15:00', 'cutOff 11-23T09:00']);
  });

  it('is reminded by the clock where they are, and in the morning before it locks', () => {
    expect(read(lived(worker({ timeZone: 'America/New_York' })))).toEqual([
      'lastDay 11-20T15:00',
      'cutOff 11-22T09:00',
    ]);
    expect(read(lived(worker({ timeZone: 'Asia/Tokyo' })))).toEqual(['lastDay 11-20T15:00', 'cutOff 11-23T09:00']);
  });

  it('is left alone once it is done', () => {
    expect(lived(worker(), { ...week47, isDone: true })).toEqual([]);
    expect(read(lived(worker(), week47, usual, '2026-11-20T13:10Z'))).toEqual(['lastDay 11-20T15:00']);
    expect(read(lived(worker(), week47, usual, '2026-11-20T12:59Z'))).toEqual([]);
  });

  it('is reminded on the day before a holiday or leave begins', () => {
    expect(read(lived(worker({ holidays: ['2026-11-20'] })))[0]).toBe('lastDay 11-19T15:00');
    expect(read(lived(worker({ away: ['2026-11-19', '2026-11-20', '2026-11-23'] })))).toEqual(['lastDay 11-18T15:00']);
  });

  it('hears nothing while away, though that was not known before', () => {
    const away = worker({ away: ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] });
    const friday = Temporal.Instant.from('2026-11-20T13:00Z');
    expect(dueForReminder(away, week47, friday, usual)).toBeNull();
  });

  it('hears nothing of a week that was all leave and holidays', () => {
    const off = worker({ away: ['2026-11-16', '2026-11-17', '2026-11-18'], holidays: ['2026-11-19', '2026-11-20'] });
    expect(lived(off)).toEqual([]);
  });

  it('hears nothing of a week before joining, or when gone', () => {
    expect(lived(worker({ patterns: [pattern({ startsOn: day('2026-11-23') })] }))).toEqual([]);
    expect(lived(worker({ patterns: [pattern({ endsOn: day('2026-11-15') })] }))).toEqual([]);
    expect(read(lived(worker({ patterns: [pattern({ endsOn: day('2026-11-18') })] })))).toEqual([
      'lastDay 11-18T15:00',
    ]);
  });

  it('is reminded on their own last day when they work part of the week', () => {
    const mondayTuesday = worker({ patterns: [pattern({ minutes: [480, 240, 0, 0, 0, 0, 0] })] });
    expect(read(lived(mondayTuesday))).toEqual(['lastDay 11-17T15:00', 'cutOff 11-23T09:00']);
    const weekends = worker({ patterns: [pattern({ minutes: [0, 0, 0, 0, 0, 480, 480] })] });
    expect(read(lived(weekends))[0]).toBe('lastDay 11-22T15:00');
  });

  it('is reminded no later than the weekday that is set, where there is one', () => {
    const tuesdayToSaturday = worker({ patterns: [pattern({ minutes: [0, 480, 480, 480, 480, 480, 0] })] });
    expect(read(lived(tuesdayToSaturday))[0]).toBe('lastDay 11-20T15:00');
    expect(read(lived(tuesdayToSaturday, week47, { ...usual, weekday: null }))[0]).toBe('lastDay 11-21T15:00');
    expect(read(lived(worker(), week47, { ...usual, weekday: 4, hour: '16:30' }))[0]).toBe('lastDay 11-19T16:30');
  });

  it('is reminded on the last working day of a longer period', () => {
    const month = { ...week47, period: { from: day('2026-10-17'), until: day('2026-11-17') } };
    expect(read(lived(worker(), month))[0]).toBe('lastDay 11-17T15:00');
  });

  it('is not reminded of Friday on Saturday, when nobody was there to say it', () => {
    const saturday = Temporal.Instant.from('2026-11-21T08:00Z');
    expect(dueForReminder(worker(), week47, saturday, usual)).toBeNull();
  });

  it('is not reminded of a second time where nothing is locked by the clock', () => {
    expect(read(lived(worker(), { ...week47, cutOff: null }))).toEqual(['lastDay 11-20T15:00']);
  });

  it('is reminded once when their last day is the last before the cut-off', () => {
    const sundays = worker({ timeZone: 'UTC', patterns: [pattern({ minutes: [0, 0, 0, 0, 0, 0, 480] })] });
    expect(read(lived(sundays))).toEqual(['lastDay 11-22T15:00']);
  });

  it('is reminded that morning when it is locked before their last afternoon', () => {
    const noon = { ...week47, cutOff: Temporal.Instant.from('2026-11-20T12:00+02:00') };
    expect(read(lived(worker(), noon))).toEqual(['cutOff 11-20T09:00']);
  });

  it('is reminded by UTC where we do not know their zone', () => {
    const friday = Temporal.Instant.from('2026-11-20T15:00Z');
    expect(dueForReminder(worker({ timeZone: 'Mars/Olympus' }), week47, friday, usual)).toBe('lastDay');
  });
});

/** The date and time on somebody's wall, from Intl alone: `2026-11-20 15:00`. */
const onTheWall = (at: Temporal.Instant, timeZone: string) =>
  new Date(at.epochMilliseconds).toLocaleString('sv-SE', { timeZone }).slice(0, 16);

const someWorker = fc.record({
  timeZone: fc.constantFrom('Europe/Bucharest', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'),
  minutes: fc.array(fc.constantFrom(0, 240, 480), { minLength: 7, maxLength: 7 }),
  away: fc.subarray(['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-23']),
  holidays: fc.subarray(['2026-11-18', '2026-11-20']),
  startsOn: fc.constantFrom(null, '2026-11-18', '2026-11-23'),
  endsOn: fc.constantFrom(null, '2026-11-19', '2026-11-22'),
});

describe('reminders of anybody', () => {
  it('come once each, on the last day that this person works, and never while away or not with us', () => {
    fc.assert(
      fc.property(someWorker, fc.constantFrom(null, 3, 5, 7), (some, weekday) => {
        const [startsOn = null, endsOn = null] = [some.startsOn, some.endsOn].map((text) => (text ? day(text) : null));
        const person = worker({ ...some, patterns: [pattern({ minutes: some.minutes, startsOn, endsOn })] });
        const dates = ['16', '17', '18', '19', '20', '21', '22'].map((date) => `2026-11-${date}`);
        const isHere = (date: string) =>
          !(some.startsOn && date < some.startsOn) && !(some.endsOn && some.endsOn < date);
        const working = dates.filter(
          (date, place) =>
            some.minutes[place] && isHere(date) && !some.away.includes(date) && !some.holidays.includes(date),
        );
        const inTime = working.filter((date) => dates.indexOf(date) < (weekday ?? 7));
        const expected = inTime.at(-1) ?? working.at(-1);

        const given = lived(person, week47, { ...usual, weekday });
        const first = given.find(({ reminder }) => reminder === 'lastDay');
        expect(first && onTheWall(first.at.toInstant(), some.timeZone)).toBe(expected && `${expected} 15:00`);
        const second = given.find(({ reminder }) => reminder === 'cutOff');
        const morning = second && onTheWall(second.at.toInstant(), some.timeZone);
        if (morning) expect(['2026-11-22', '2026-11-23'].map((date) => `${date} 09:00`)).toContain(morning);
        const dayOfSecond = morning?.slice(0, 10) ?? '';
        expect(second ? isHere(dayOfSecond) && !some.away.includes(dayOfSecond) : true).toBe(true);
        expect(given.length).toBe([first, second].filter(Boolean).length);
        expect(lastWorkingDay(person, week47.period)?.toString()).toBe(working.at(-1));
      }),
      { numRuns: 20 },
    );
  });
});
