import { dateAt } from '../../../../platform/calendar/wall-clock.js';
import type { Table } from '../../../../platform/tables/table.js';
import { languageName } from '../../../../platform/words/language-name.js';
import { type Call, DESK } from '../call.js';
import type { Calls, Reading } from '../desk.js';
import { numberText } from '../rules/numbers.js';
import type { Say } from '../words.js';
import { type LogPlace, queryFor } from './look.js';

/** A longer file nobody reads, and drawing it would keep others waiting. */
const MOST = 20_000;

/** Names and numbers that leave as a file are on record. */
export const recordExport = ({ audit }: Calls, by: string): Promise<void> =>
  audit.record({ actor: by, action: `${DESK}.export`, object: DESK });

/** What the list shows, all pages of it, as far as this person may see it. */
export async function logTable(desk: Reading, by: string, place: LogPlace, say: Say): Promise<Table> {
  const { query } = await queryFor(desk, by, place);
  const calls = await desk.log.list(query, { skip: 0, take: MOST });
  const ids = calls.flatMap(({ takenById, ownerId }) => [takenById, ownerId]);
  const people = new Map((await desk.people.many([...new Set(ids)])).map(({ id, name }) => [id, name]));
  const name = (id: string) => people.get(id) ?? id;
  const column = (key: 'number' | 'day' | 'time' | 'caller') => say.plain(`csv.${key}`);
  return {
    name: say.plain('csv.name'),
    columns: [
      { title: column('number'), kind: 'number' },
      { title: column('day'), kind: 'date' },
      { title: column('time'), kind: 'text' },
      { title: column('caller'), kind: 'text' },
      ...(['phone', 'company', 'language', 'urgency', 'reason', 'state', 'taker', 'owner'] as const).map((key) => ({
        title: say.plain(`csv.${key}`),
        kind: 'text' as const,
      })),
      { title: say.plain('csv.waited'), kind: 'number' },
      { title: say.plain('csv.asked'), kind: 'number' },
    ],
    rows: calls.map((call) => rowOf(desk, call, say, name)),
  };
}

function rowOf({ calendar }: Reading, call: Call, say: Say, name: (id: string) => string) {
  const opened = call.openedAt.toZonedDateTimeISO(calendar.timeZone);
  const waited = call.acceptedAt ? call.openedAt.until(call.acceptedAt).total('seconds') : null;
  return [
    call.number,
    dateAt(call.openedAt, calendar.timeZone),
    opened.toPlainTime().toString({ smallestUnit: 'minute' }),
    call.callerName,
    call.callerNumber ? numberText(call.callerNumber) : null,
    call.company,
    call.language ? languageName(call.language, say.language) : null,
    say.plain(`urgency.${call.urgency}`),
    call.reason,
    say.plain(`stateName.${call.state}`),
    name(call.takenById),
    name(call.ownerId),
    waited === null ? null : Math.round(waited),
    call.rings.length,
  ];
}
