import { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Call, CallEvent } from '../call.js';
import { colleague, type Reading } from '../desk.js';
import { may, type Standing, standingsOf } from '../permissions.js';
import { readNumber } from '../rules/numbers.js';
import { isOpen } from '../states.js';
import type { LogQuery } from '../store/log.js';
import { no } from '../words.js';
import { managersOfCall } from './managers.js';
import { isOff } from './takers.js';

export interface CallPage {
  call: Call;
  events: CallEvent[];
  standings: ReadonlySet<Standing>;
  /** Other calls from the same number that this person may see, the newest first. */
  earlier: Call[];
  rotationName: string | null;
}

const EVENTS_SHOWN = 400;
const EARLIER_SHOWN = 5;

/** A call with all that is known of it, for whoever may see it. */
export async function readCall(desk: Reading, by: string, number: number): Promise<CallPage> {
  const call = await desk.calls.get(number);
  const standings = standingsOf(await colleague(desk, by), call ?? undefined);
  if (!call || !may('see', standings)) throw no('refused.unknown', { number });
  const earlier = call.callerNumber ? await knownCalls(desk, by, call.callerNumber, number) : [];
  const rotation = call.rotationId === null ? null : await desk.rotations.get(call.rotationId);
  const events = await desk.history.of(number, EVENTS_SHOWN);
  return { call, events, standings, earlier, rotationName: rotation?.name ?? null };
}

/** Earlier calls from a number, as far as this person may see them; open ones come first. */
export async function knownCalls(desk: Reading, by: string, callerNumber: string, except = 0): Promise<Call[]> {
  const who = await colleague(desk, by);
  const calls = (await desk.calls.from(callerNumber, 50)).filter(
    (call) => call.number !== except && may('see', standingsOf(who, call)),
  );
  const open = calls.filter(({ state }) => isOpen(state));
  return [...open, ...calls.filter((call) => !open.includes(call))].slice(0, EARLIER_SHOWN);
}

export const filters = ['open', 'mine', 'promised', 'unhappy', 'done', 'lost', 'all'] as const;
export type Filter = (typeof filters)[number];

/** Which part of the log, and which page of it. */
export interface LogPlace {
  filter: Filter;
  /** What was searched for. */
  words: string;
  since: string | null;
  until: string | null;
  page: number;
}
export const START: LogPlace = { filter: 'open', words: '', since: null, until: null, page: 0 };
export const PAGE_SIZE = 8;

export interface LogPage {
  place: LogPlace;
  calls: Call[];
  count: number;
  /** Whether it shows everybody's calls, or only this person's own. */
  isAll: boolean;
}

export async function readLog(desk: Reading, by: string, place: LogPlace): Promise<LogPage> {
  const { query, isAll } = await queryFor(desk, by, place);
  const count = await desk.log.count(query);
  const page = Math.min(place.page, Math.max(0, Math.ceil(count / PAGE_SIZE) - 1));
  const calls = await desk.log.list(query, { skip: page * PAGE_SIZE, take: PAGE_SIZE });
  return { place: { ...place, page }, calls, count, isAll };
}

/** The front desk sees every call, everybody else those that they had to do with. */
export async function queryFor(
  desk: Reading,
  by: string,
  { filter, words, since, until }: LogPlace,
): Promise<{ query: LogQuery; isAll: boolean }> {
  const isAll = may('seeAll', standingsOf(await colleague(desk, by)));
  const zone = desk.calendar.timeZone;
  const startOf = (day: string, later = 0) =>
    Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant();
  const number = words === '' ? null : readNumber(words, desk.countryFor((await desk.people.get(by))?.timeZone));
  return {
    isAll,
    query: {
      ...(!isAll || filter === 'mine' ? { about: by } : {}),
      ...(filter === 'open' || filter === 'mine' ? { isOpen: true } : {}),
      ...(filter === 'promised' || filter === 'done' || filter === 'lost' ? { state: filter } : {}),
      ...(filter === 'unhappy' ? { isUnhappy: true } : {}),
      ...(number ? { number } : { words: words.split(/\s+/).filter((word) => word !== '') }),
      ...(since ? { since: startOf(since) } : {}),
      ...(until ? { until: startOf(until, 1) } : {}),
    },
  };
}

/** What waits for one person: calls to be taken, or theirs; and what they may see beside these. */
export async function waitingFor(desk: Reading, by: string) {
  return {
    calls: await desk.calls.openOf(by),
    isOff: await isOff(desk, by),
    seesAll: may('seeAll', standingsOf(await colleague(desk, by))),
  };
}

/** To whom an unhappy client would be taken. */
export const managerFor = async (desk: Reading, call: Call): Promise<string | null> =>
  (await managersOfCall(desk, call))[0] ?? null;

/** A rotation whose name the text begins with, and the rest of the text: the longest name wins. */
export async function rotationBeginning(
  desk: Reading,
  text: string,
): Promise<{ rotationId: string; rest: string } | null> {
  const said = folded(text);
  const found = (await desk.rotations.all())
    .filter(({ name }) => said === folded(name) || said.startsWith(`${folded(name)} `))
    .sort((one, other) => other.name.length - one.name.length)[0];
  return found ? { rotationId: found.id, rest: text.trim().slice(found.name.trim().length).trim() } : null;
}

/** What can be chosen beside people. */
export interface Groups {
  rotations: readonly { id: string; name: string }[];
  skills: readonly string[];
  languages: readonly string[];
}

export async function groupsOf(desk: Reading): Promise<Groups> {
  const { skills, languages } = await desk.takers.offered();
  return { rotations: (await desk.rotations.all()).map(({ id, name }) => ({ id, name })), skills, languages };
}
