import type { KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../../../platform/blocks.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import type { Lateness, ListedLetter, TroublePage } from '../service/troubles.js';
import { ownerOf, runLine } from './notices.js';
import { letterText, type Speech } from './stuck-letter.js';

/** What came of the button that was pressed. */
export type Outcome = 'sentAgain' | 'discarded' | 'gone';

/** Under the status, for admins: what waits for their decision, and what failed by the clock. */
export const troubleBlocks = (page: TroublePage, speech: Speech, outcome?: Outcome): KnownBlock[] => [
  ...(outcome ? [section(speech.say(`stuck.${outcome}`))] : []),
  ...stuckBlocks(page, speech),
  ...lateBlocks(page.late, speech),
  ...runBlocks(page, speech),
];

function lateBlocks({ waiting, oldestMinutes, jobs }: Lateness, speech: Speech): KnownBlock[] {
  const { say, desks } = speech;
  if (waiting === 0 && jobs.length === 0) return [context(say('late.none'))];
  const lines = jobs.map(
    ({ job, minutes }) => `• ${say('late.line', { desk: ownerOf(job, desks, say), job, minutes })}`,
  );
  return [
    ...(waiting > 0 ? [section(say('late.waiting', { count: waiting, minutes: oldestMinutes }))] : []),
    ...(lines.length > 0 ? [section([say('late.title'), ...lines].join('\n'))] : []),
  ];
}

function stuckBlocks(page: TroublePage, speech: Speech): KnownBlock[] {
  const { say } = speech;
  if (page.total === 0) return [context(say('stuck.none'))];
  return [
    section(`${say('stuck.title')}\n${say('stuck.count', { count: page.total })}`),
    ...page.letters.flatMap((letter) => letterBlocks(letter, page.page, speech)),
    ...(page.pages > 1
      ? [context(say('stuck.page', { page: page.page + 1, pages: page.pages })), turns(page, speech)]
      : []),
  ];
}

function letterBlocks(letter: ListedLetter, page: number, speech: Speech): KnownBlock[] {
  const { say } = speech;
  const since = letter.since ? say('stuck.since', { when: momentInside(letter.since) }) : '';
  const value = letterValue(letter.id, page);
  return [
    section(letterText(letter, speech, since)),
    actions(`office.hub.stuck.${letter.id}`, [
      button(`${ids.sendAgain}:${letter.id}`, say.plain('button.sendAgain'), {
        value,
        confirm: sure('sendAgain', letter, speech),
      }),
      button(`${ids.discard}:${letter.id}`, say.plain('button.discard'), {
        value,
        style: 'danger',
        confirm: sure('discard', letter, speech),
      }),
    ]),
  ];
}

const sure = (act: 'sendAgain' | 'discard', { state }: ListedLetter, { say }: Speech) => {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  return {
    title: plain(say.plain(`stuck.sure.${act}.title`)),
    text: plain(say.plain(`stuck.sure.${act}.${state}`)),
    confirm: plain(say.plain(`button.${act}`)),
    deny: plain(say.plain('form.cancel')),
  };
};

function turns({ page, pages }: TroublePage, { say }: Speech): KnownBlock {
  const to = (place: 'newer' | 'older', target: number) =>
    button(`${ids.stuckPage}:${place}`, say.plain(`button.${place}`), { value: String(target) });
  return actions('office.hub.stuck-pages', [
    ...(page > 0 ? [to('newer', page - 1)] : []),
    ...(page + 1 < pages ? [to('older', page + 1)] : []),
  ]);
}

function runBlocks({ runs, allRuns }: TroublePage, speech: Speech): KnownBlock[] {
  const { say } = speech;
  if (runs.length === 0) return [context(say('runs.none'))];
  const lines = runs.map((run) => `• ${runLine(run, speech)}`);
  const more = allRuns > runs.length ? [say('hub.more', { count: allRuns - runs.length })] : [];
  return [section([say('runs.title'), ...lines, ...more].join('\n'))];
}

/** The letter, and the page of the list that is drawn anew. */
const letterValue = (id: string, page: number): string => `${id}:${page}`;

/** Null for what no letter is numbered. */
export function readLetterValue(value: string): { id: string | null; page: number } {
  const [, id = null, page = '0'] = /^([1-9]\d{0,17}):(\d{1,6})$/.exec(value) ?? [];
  return { id, page: Number(page) };
}

export const readPage = (value: string): number => (/^\d{1,6}$/.test(value) ? Number(value) : 0);
