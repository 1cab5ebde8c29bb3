import { isWorking } from '../../../../platform/calendar/working-time.js';
import type { Reading, Seen } from '../desk.js';
import { type Reason, reasonAgainst } from '../rules/availability.js';
import { onDuty } from '../rules/shifts.js';
import type { Rotation } from '../store/rotations.js';

/** Of each of these people the surest reason against ringing them just now; null: they are free. */
export async function reasonsAgainst(
  desk: Reading,
  personIds: readonly string[],
  rotation: Rotation | null,
  seen: Seen,
): Promise<ReadonlyMap<string, Reason | null>> {
  const found = desk.found.get(rotation?.id ?? null) ?? new Map<string, Reason | null>();
  desk.found.set(rotation?.id ?? null, found);
  const unknown = [...new Set(personIds)].filter((id) => !found.has(id));
  if (unknown.length > 0) await find(desk, unknown, rotation, seen, found);
  return found;
}

async function find(
  desk: Reading,
  ids: readonly string[],
  rotation: Rotation | null,
  seen: Seen,
  found: Map<string, Reason | null>,
): Promise<void> {
  const { people, takers, calendar, now } = desk;
  const known = new Map((await people.many(ids)).map((person) => [person.id, person]));
  const away = await people.awayAmong(ids, now);
  const busy = await people.busyAmong(ids, now);
  const off = await takers.offAmong(ids, now);
  const duty = rotation && new Set(onDuty(rotation, calendar, now));
  const isOpen = isWorking(calendar, now);
  const isTheirs = (id: string) => rotation?.members.includes(id) || duty?.has(id);
  for (const id of ids) {
    const presence = seen.get(id);
    const person = known.get(id);
    found.set(
      id,
      reasonAgainst({
        hasLeft: !person || person.deactivatedAt !== null || person.isBot,
        isAway: away.has(id),
        isOff: off.has(id),
        isQuiet: presence?.quietUntil ? presence.quietUntil.epochMilliseconds > now.epochMilliseconds : false,
        isClosed: isTheirs(id) ? !duty?.has(id) : !isOpen,
        isBusy: busy.has(id),
        isIdle: presence?.isActive === false,
      }),
    );
  }
}
