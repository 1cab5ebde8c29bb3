import { caseOf } from '../call.js';

// Once keys: each names what it tells, so that telling it again is harmless.

/** The one message in which somebody sees where a call stands. */
export const personCard = (number: number, personId: string): string => `${caseOf(number)}/card/${personId}`;
export const channelCard = (number: number, channel: string): string => `${caseOf(number)}/channel/${channel}`;
/** What one line of the history says in somebody's thread. */
export const saying = (number: number, eventId: string, to: string): string =>
  `${caseOf(number)}/said/${eventId}/${to}`;
export const reminding = (number: number, at: string, to: string): string => `${caseOf(number)}/remind/${at}/${to}`;
