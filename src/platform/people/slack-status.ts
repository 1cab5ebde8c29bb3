import type { Temporal } from '../time.js';

export interface SlackStatus {
  statusEmoji: string | null;
  statusText: string | null;
  statusUntil: Date | null;
}

/** Slack's own suggestions for vacation and sick leave, and what people use beside them. */
const awayEmoji = new Set([
  ':palm_tree:',
  ':desert_island:',
  ':beach_with_umbrella:',
  ':airplane:',
  ':airplane_departure:',
  ':face_with_thermometer:',
  ':sick:',
  ':thermometer:',
  ':hospital:',
  ':baby_bottle:',
]);

const awayWords = [
  'vacation(ing)?|on holidays?|annual leave|sick leave|sick day|out sick|off sick|parental leave|maternity leave',
  'paternity leave|on leave|out of (the )?office|ooo|pto|day off|time off|away until',
  'concediul?|[iî]n vacan[țţt][ăa]|bolnav[ăa]?|(zi|zile) liber[ăe]',
].join('|');
const saysSo = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${awayWords})(?![\\p{L}\\p{N}])|^\\s*(?:sick|medical|holidays?|vacan[țţt][ăa])\\s*$`,
  'iu',
);

/** Whether somebody's Slack status says that they are on vacation or sick. A status that has expired says nothing. */
export function saysAway({ statusEmoji, statusText, statusUntil }: SlackStatus, at: Temporal.Instant): boolean {
  if (statusUntil && statusUntil.getTime() <= at.epochMilliseconds) return false;
  return awayEmoji.has(statusEmoji ?? '') || saysSo.test(statusText ?? '');
}

/** What calendars and people write while somebody is in a meeting, on another call, or otherwise not to be called. */
const busyEmoji = new Set([
  ':spiral_calendar_pad:',
  ':calendar:',
  ':date:',
  ':no_entry:',
  ':no_entry_sign:',
  ':no_bell:',
  ':headphones:',
  ':phone:',
  ':telephone_receiver:',
  ':studio_microphone:',
]);
const busyWords = [
  'in (a |an )?(meeting|call|huddle|interview|training|workshop)|on (a |another )?call|busy|do not disturb|dnd|focus(ing)?',
  'presenting|at lunch|[iî]n ([sș]edin[țţt][ăa]|[iî]nt[âa]lnire|apel)|ocupat[ăa]?|nu deranja[țţt]i|la mas[ăa]|[sș]edin[țţt][ăa]',
].join('|');
const saysBusyWords = new RegExp(`(?<![\\p{L}\\p{N}])(?:${busyWords})(?![\\p{L}\\p{N}])`, 'iu');

/** Whether the status says that somebody is at work, and in a meeting or on another call. */
export function saysBusy({ statusEmoji, statusText, statusUntil }: SlackStatus, at: Temporal.Instant): boolean {
  if (statusUntil && statusUntil.getTime() <= at.epochMilliseconds) return false;
  return busyEmoji.has(statusEmoji ?? '') || saysBusyWords.test(statusText ?? '');
}
