import { Temporal } from '../../../../src/platform/time.js';

// A company's books, made up from a seed: the same seed gives the same books. What people do is written as they would type
// it, and beside it as plain rows, from which the totals are worked out a second time without the program.

export interface Size {
  people: number;
  weeks: number;
  seed: number;
}

export interface Somebody {
  number: string;
  id: string;
  name: string;
  email: string;
  timeZone: string;
  /** Another's number; null: the accountants decide on their hours. */
  manager: string | null;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate | null;
  rates: { from: Temporal.PlainDate; minor: number; currency: 'RON' | 'EUR' }[];
}

/** Work or an absence of one day: so many minutes, or from one time of the clock to another, which may be on the next day. */
export type Row = { day: Temporal.PlainDate; kind: string } & ({ minutes: number } | { from: string; until: string });

/** What somebody hands in for a week, in the order in which it happens. */
export interface Week {
  person: Somebody;
  monday: Temporal.PlainDate;
  /** So many weeks after the others' cut-off it was handed in. */
  late: number;
  /** Refused by whoever decides, the first time. */
  returned: boolean;
  lines: string;
  rows: Row[];
  /** Put right after it was locked, so many weeks later. */
  corrected: { after: number; lines: string; rows: Row[] } | null;
}

export interface Ledger {
  people: Somebody[];
  weeks: Week[];
  holidays: string[];
}

/** A Monday; the weeks from here have the days on which clocks are changed on both sides of the Atlantic. */
export const FIRST_MONDAY = Temporal.PlainDate.from('2026-01-26');
const ZONES = ['Europe/Bucharest', 'Europe/London', 'America/New_York'];

type Dice = <Option>(...options: readonly Option[]) => Option;

/** mulberry32 */
function diceFrom(seed: number): Dice {
  let state = seed;
  return (...options) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return options[Math.floor(share * options.length)] as (typeof options)[number];
  };
}

export function generate({ people: count, weeks, seed }: Size): Ledger {
  const dice = diceFrom(seed);
  const people = Array.from({ length: count }, (_, index) => somebody(index, weeks, dice));
  const all = Array.from({ length: weeks }, (_, week) => FIRST_MONDAY.add({ days: 7 * week })).flatMap((monday, week) =>
    people.flatMap((person) => weekOf(person, monday, weeks - week - 1, dice)),
  );
  return { people, weeks: all, holidays: ['2026-02-17', '2026-04-10', '2026-05-01', '2026-06-03'] };
}

/** Every eleventh joins in the middle of a week, every thirteenth leaves so, every third is paid more from some day on. */
function somebody(index: number, weeks: number, dice: Dice): Somebody {
  const number = String(index + 1);
  const name = `Person ${number}`;
  const midweek = (): Temporal.PlainDate =>
    FIRST_MONDAY.add({ days: 7 * dice(1, 2, Math.min(9, weeks - 2)) + dice(1, 2, 3) });
  const startsOn = index % 11 === 3 ? midweek() : Temporal.PlainDate.from('2025-09-01');
  const endsOn = index % 13 === 5 ? laterOf(midweek().add({ days: 7 }), startsOn.add({ days: 15 })) : null;
  const currency = index % 7 === 2 ? 'EUR' : 'RON';
  const minor = dice(2133, 2750, 3001, 4217, 6180);
  const raise = {
    from: laterOf(FIRST_MONDAY.add({ days: dice(9, 16, 24, 38, 51) }), startsOn.add({ days: 5 })),
    minor: minor + dice(7, 150, 333),
    currency,
  };
  const isRaised = index % 3 === 0 && (endsOn === null || Temporal.PlainDate.compare(raise.from, endsOn) <= 0);
  return {
    ...{ number, name, id: `U1P${number}`, email: `person.${number}@ledger.example`, startsOn, endsOn },
    timeZone: dice(...ZONES),
    manager: index === 0 ? null : String(Math.floor((index - 1) / 8) + 1),
    rates: [{ from: startsOn, minor, currency }, ...(isRaised ? [raise as Somebody['rates'][number]] : [])],
  };
}

const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

/** One line of a week as it is typed, with the rows that it means; days count from Monday. */
interface Line {
  typed: string;
  days: readonly number[];
  what: { minutes: number } | { from: string; until: string };
  kind: string;
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const line = (days: readonly number[], hours: string, what: Line['what'], kind = 'work'): Line => {
  const [first = 0, last = first] = [days[0], days.at(-1)];
  const name = days.length > 1 ? `${NAMES[first]}-${NAMES[last]}` : NAMES[first];
  return { typed: `${name} ${hours}${kind === 'work' ? '' : ` ${kind}`}`, days, what, kind };
};

const weekdays = [0, 1, 2, 3, 4];
const night = { from: '22:00', until: '06:00' };

/** On the Sundays of these weeks: in America, and in Europe. */
const CLOCKS_CHANGE = ['2026-03-02', '2026-03-23'];
const overSaturdayNight = [line(weekdays, '8', { minutes: 480 }), line([5], '22-6', night)];

const shapes: readonly (readonly Line[])[] = [
  [line(weekdays, '8', { minutes: 480 })],
  [line(weekdays, '8', { minutes: 480 })],
  [line([0, 1, 2, 3], '10', { minutes: 600 }), line([4], '8:30', { minutes: 510 })],
  [line([0, 1, 2, 3], '7,5', { minutes: 450 }), line([4], '6.25', { minutes: 375 })],
  [line([0, 1, 2], '22-6', night), line([4], '8', { minutes: 480 })],
  [
    line([0, 1], '8', { minutes: 480 }, 'leave'),
    line([2], '8', { minutes: 480 }, 'sick'),
    line([3, 4], '9-17:30', day()),
  ],
  overSaturdayNight,
  [line(weekdays, '7:50', { minutes: 470 }), line([5], '5h', { minutes: 300 })],
  [line([0], '12', { minutes: 720 }), line([1, 2], '11', { minutes: 660 }), line([3], '45m', { minutes: 45 })],
  [line([1, 2, 3], '8', { minutes: 480 }), line([4], '8', { minutes: 480 }, 'unpaid')],
];

function day() {
  return { from: '09:00', until: '17:30' };
}

function weekOf(person: Somebody, monday: Temporal.PlainDate, weeksLeft: number, dice: Dice): Week[] {
  const rolled = dice(...shapes);
  const changesClocks = CLOCKS_CHANGE.includes(monday.toString()) && Number(person.number) % 4 === 0;
  const shape = within(person, monday, changesClocks ? overSaturdayNight : rolled);
  if (shape.length === 0) return [];
  const isCorrected = weeksLeft > 0 && dice(...Array.from({ length: 12 }, (_, face) => face)) === 0;
  const other = within(person, monday, dice(...shapes));
  const corrected =
    isCorrected && other.length > 0
      ? { after: Math.min(weeksLeft, dice(1, 2, 5)), lines: typedOf(other, true), rows: rowsOf(other, monday) }
      : null;
  return [
    {
      ...{ person, monday, lines: typedOf(shape), rows: rowsOf(shape, monday), corrected },
      late: weeksLeft > 0 && !corrected && dice(...Array.from({ length: 20 }, (_, face) => face)) === 0 ? 1 : 0,
      returned: dice(...Array.from({ length: 10 }, (_, face) => face)) === 0,
    },
  ];
}

/** Nobody writes hours of before they joined or after they left: a night over the last midnight isn't theirs either. */
function within({ startsOn, endsOn }: Somebody, monday: Temporal.PlainDate, shape: readonly Line[]): Line[] {
  const isTheirs = (at: number, what: Line['what']) => {
    const on = monday.add({ days: at });
    const end = 'until' in what && what.until < what.from ? on.add({ days: 1 }) : on;
    const hasBegun = Temporal.PlainDate.compare(startsOn, on) <= 0;
    return hasBegun && (endsOn === null || Temporal.PlainDate.compare(end, endsOn) <= 0);
  };
  return shape.flatMap((one) => {
    const days = one.days.filter((at) => isTheirs(at, one.what));
    if (days.length === 0) return [];
    const [, hours = ''] = one.typed.split(' ');
    return [line(days, hours, one.what, one.kind)];
  });
}

/** A correction takes away what stood there first. */
const typedOf = (shape: readonly Line[], anew = false): string =>
  [...(anew ? ['mon-sun 0'] : []), ...shape.map(({ typed }) => typed)].join('\n');

const rowsOf = (shape: readonly Line[], monday: Temporal.PlainDate): Row[] =>
  shape.flatMap(({ days, what, kind }) => days.map((at): Row => ({ day: monday.add({ days: at }), kind, ...what })));

/**
 * The people as their payroll office's program would write them, with a BOM, semicolons and decimal commas: a first list, and
 * one of the raises.
 */
export const peopleLists = ({ people }: Ledger): Uint8Array[] => [
  listOf(people.map((person) => ({ person, rate: person.rates[0] }))),
  listOf(people.map((person) => ({ person, rate: person.rates[1] }))),
];

const HEADER =
  'Marca;Nume;E-mail;Marca șef;Funcție;Tarif orar;Monedă;Ore pe săptămână;De la;Data angajării;Data plecării';

function listOf(lines: readonly { person: Somebody; rate: Somebody['rates'][number] | undefined }[]): Uint8Array {
  const texts = lines.flatMap(({ person: { number, name, email, manager, startsOn, endsOn }, rate }) => {
    if (!rate) return [];
    const { from, minor, currency } = rate;
    const hourly = (minor / 100).toFixed(2).replace('.', ',');
    return [[number, name, email, manager, 'Clerk', hourly, currency, 40, from, startsOn, endsOn].join(';')];
  });
  return new TextEncoder().encode(`\ufeff${[HEADER, ...texts].join('\r\n')}\r\n`);
}
