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
