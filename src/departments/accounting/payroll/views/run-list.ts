import type { KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../../../platform/blocks.js';
import type { Note } from '../../../../platform/doors/doors.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { daysText, dayText } from '../../../../platform/words/dates.js';
import type { PayRun } from '../run/pay-run.js';
import { runIds } from '../run-ids.js';
import { PAGE, type RunList } from '../service/look.js';
import type { Say } from '../words.js';

/** The pay runs so far, without a single amount: those are in the form that each row opens. */
export function runListNote(say: Say, { runs, total, page }: RunList): Note {
  const title = say('run.list.title', { count: total });
  if (total === 0) return { text: say('run.list.empty') };
  return {
    text: title,
    blocks: [section(`*${title}*`), ...runs.map((run) => row(say, run)), ...pages(say, page, total)],
  };
}

function row(say: Say, run: PayRun): KnownBlock {
  const text = say('run.list.row', {
    icon: say(`run.icon.${run.state}`),
    period: daysText(run.period, say.language),
    state: say(`run.state.${run.state}`),
    payday: dayText(run.payday, say.language),
    preparer: mention(run.preparedBy),
  });
  return section(text, button(runIds.open, say.plain('run.list.open'), { value: run.id }));
}

function pages(say: Say, page: number, total: number): KnownBlock[] {
  return turning(say, { page, total, size: PAGE }, (to, name) => ({
    id: `${runIds.list}:${name}`,
    value: String(to),
  }));
}

interface Pages {
  page: number;
  total: number;
  size: number;
}

/** Which page of how many, and where to turn; nothing where all is on one. */
export function turning(
  say: Say,
  { page, total, size }: Pages,
  turn: (to: number, name: string) => { id: string; value: string },
): KnownBlock[] {
  const last = Math.ceil(total / size) - 1;
  if (last < 1) return [];
  const to = (name: 'back' | 'on', page: number) => {
    const { id, value } = turn(page, name);
    return button(id, say.plain(`run.list.${name}`), { value });
  };
  const buttons = [...(page > 0 ? [to('back', page - 1)] : []), ...(page < last ? [to('on', page + 1)] : [])];
  return [context(say('run.list.page', { page: page + 1, pages: last + 1 })), actions('pages', buttons)];
}
