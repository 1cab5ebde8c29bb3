import type { KnownBlock } from '@slack/types';
import { actions, button, section } from '../../../../platform/blocks.js';
import type { Desk, FailedRun } from '../../../../platform/doors/doors.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import type { Stuck } from '../service/notices.js';
import { titleOf } from './offers.js';
import { letterText, type Speech } from './stuck-letter.js';

/** A direct message to an admin, which leads to the list. */
export function stuckNote({ count, newest }: Stuck, speech: Speech): { text: string; blocks: KnownBlock[] } {
  const { say } = speech;
  const left = count - newest.length;
  const lines = [
    say('stuck.notice', { count }),
    ...newest.map((letter) => letterText(letter, speech)),
    ...(left > 0 ? [say('hub.more', { count: left })] : []),
  ];
  return { text: lines.join('\n'), blocks: [...lines.map((line) => section(line)), showAll(speech)] };
}

export function failedRunNote(run: FailedRun, speech: Speech): { text: string; blocks: KnownBlock[] } {
  const text = `${speech.say('runs.notice')}\n${runLine(run, speech)}`;
  return { text, blocks: [section(text), section(speech.say('runs.advice')), showAll(speech)] };
}

const showAll = ({ say }: Speech): KnownBlock =>
  actions(ids.status, [button(ids.status, say.plain('button.troubles'))]);

export const runLine = ({ job, dueAt, reason }: FailedRun, { desks, say }: Speech): string =>
  say('runs.line', { desk: ownerOf(job, desks, say), job, when: momentInside(dueAt), reason });

/** A job is named after its desk; the platform has some of its own. */
export function ownerOf(job: string, desks: readonly Desk[], say: Speech['say']): string {
  const desk = desks.find(({ name }) => job.startsWith(`${name}.`));
  return desk ? titleOf(desk, say.language) : say.plain('title');
}
