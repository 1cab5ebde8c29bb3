import { momentInside } from '../../../../platform/mrkdwn.js';
import { daysText } from '../../../../platform/words/dates.js';
import type { Sending } from '../service/sending.js';
import type { Say } from '../words.js';

const BAR = 20;
const MOST_NAMES = 10;

/** `▓▓▓▓░░░░ 120 of 500 sent, 380 waiting` */
export function progressText(say: Say, { sent, slips, waiting }: Sending): string {
  const full = slips === 0 ? 0 : Math.min(BAR, Math.floor((sent / slips) * BAR));
  return `${'▓'.repeat(full)}${'░'.repeat(BAR - full)} ${say('sending.progress', { sent, slips, waiting })}`;
}

/** What needs somebody: uncertain, refused, or nobody to write to; each with what to do. */
export function troubleTexts(say: Say, { ambiguous, failed, unreachable }: Sending): string[] {
  const names = unreachable.slice(0, MOST_NAMES).map(({ name, number }) => `${name} (${number})`);
  const more = unreachable.length > MOST_NAMES ? [`+${unreachable.length - MOST_NAMES}`] : [];
  return [
    ...(ambiguous > 0 ? [say('sending.ambiguous', { count: ambiguous })] : []),
    ...(failed > 0 ? [say('sending.failed', { count: failed })] : []),
    ...(unreachable.length > 0 ? [say('sending.unreachable', { names: [...names, ...more].join(', ') })] : []),
  ];
}

/** One message that goes along with a sending, from the first slip to the last. It never holds an amount. */
export function reportText(say: Say, sending: Sending): string {
  const { run, at, held, waiting } = sending;
  const period = daysText(run.period, say.language);
  const state = held > 0 ? 'paused' : waiting > 0 ? 'going' : 'done';
  return [
    say(`sending.report.${state}`, { period, at: momentInside(at) }),
    progressText(say, sending),
    ...troubleTexts(say, sending),
  ].join('\n');
}
