import * as chrono from 'chrono-node/en';
import { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';

/** Romanian names of days and months, as feeds write them. */
const romanian: readonly (readonly [RegExp, string])[] = [
  [/\bian(?:uarie)?\b/g, 'Jan'],
  [/\bfeb(?:ruarie)?\b/g, 'Feb'],
  [/\bmar(?:tie)?\b/g, 'Mar'],
  [/\bapr(?:ilie)?\b/g, 'Apr'],
  [/\bmai\b/g, 'May'],
  [/\biun(?:ie)?\b/g, 'Jun'],
  [/\biul(?:ie)?\b/g, 'Jul'],
  [/\baug(?:ust)?\b/g, 'Aug'],
  [/\bsept?(?:embrie)?\b/g, 'Sep'],
  [/\boct(?:ombrie)?\b/g, 'Oct'],
  [/\bnoi(?:embrie)?\b/g, 'Nov'],
  [/\bdec(?:embrie)?\b/g, 'Dec'],
  [/\b(?:luni|lun|marti|miercuri|mie|joi|vineri|vin|sambata|sam|duminica|dum)\b,?/g, ''],
];

/** In this stretch of time a date is believed: what is outside is a mistake of the feed. */
const EARLIEST = Temporal.Instant.from('1995-01-01T00:00:00Z');

/**
 * When something was published, in whatever form the feed writes it: RFC 822, ISO 8601, seconds, words. Null where it can't be
 * told. What lies in the future is taken to be of now.
 */
export function publishedAt(text: string | undefined, now: Temporal.Instant): Temporal.Instant | null {
  const said = text?.trim() ?? '';
  if (said === '') return null;
  const moment = seconds(said) ?? iso(said) ?? native(said) ?? words(said, now);
  if (!moment || Temporal.Instant.compare(moment, EARLIEST) < 0) return null;
  return Temporal.Instant.compare(moment, now) > 0 ? now : moment;
}

function seconds(text: string): Temporal.Instant | null {
  if (!/^\d{9,13}$/.test(text)) return null;
  const number = Number(text);
  return Temporal.Instant.fromEpochMilliseconds(text.length > 11 ? number : number * 1000);
}

/** `2026-11-26`, `2026-11-26 08:00`, `2026-11-26T08:00:00+0200`: without a zone it is meant as UTC. */
function iso(text: string): Temporal.Instant | null {
  const [, day, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T\s](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? [];
  if (!day) return null;
  try {
    return Temporal.Instant.from(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  } catch {
    return null;
  }
}

/** RFC 822 and what else JavaScript reads; a zone is needed, else it would be this machine's. */
function native(text: string): Temporal.Instant | null {
  const hasZone = /(?:GMT|UTC?|Z|[+-]\d{2}:?\d{2}|[ECMP][SD]T)\s*(?:\(.*\))?$/i.test(text);
  const ms = Date.parse(hasZone ? text.replace(/\bUT$/, 'UTC') : `${text} UTC`);
  return Number.isFinite(ms) ? Temporal.Instant.fromEpochMilliseconds(ms) : null;
}

function words(text: string, now: Temporal.Instant): Temporal.Instant | null {
  const english = romanian.reduce((said, [name, word]) => said.replace(name, word), folded(text));
  const again = native(english.trim());
  if (again) return again;
  const found = chrono.GB.parseDate(english, { instant: new Date(now.epochMilliseconds), timezone: 0 });
  return found ? Temporal.Instant.fromEpochMilliseconds(found.getTime()) : null;
}
