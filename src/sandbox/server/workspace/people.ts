import type { Person } from '../state/state.js';
import { announce, type World } from '../world.js';

export const isBotUser = (world: World, id: string) => id === world.state.app.botUserId;

/** How far a zone is from UTC at that moment, in seconds. */
export function zoneOffset(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!hours) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

export function zoneLabel(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** Changes what a person shows of themselves. */
export function changePerson(world: World, person: Person, change: Partial<Person>): void {
  Object.assign(person, change, { updated: world.clock.seconds() });
  announce(world, { type: 'person_changed', person });
}
