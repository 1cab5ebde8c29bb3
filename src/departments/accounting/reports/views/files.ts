import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, plain, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { escapeText, mention, momentInside } from '../../../../platform/mrkdwn.js';
import { daysText, dayText } from '../../../../platform/words/dates.js';
import { ids, numbered } from '../ids.js';
import type { Entry, LedgerFile } from '../ledger.js';
import type { Say } from '../words.js';

export interface FilesShown {
  files: readonly LedgerFile[];
  page: number;
  total: number;
  perPage: number;
  news?: string;
}

/** What came in, the newest first, and what can be done about it. */
export const filesView = (say: Say, { files, page, total, perPage, news }: FilesShown): ModalView =>
  modal({
    callbackId: ids.filesView,
    title: say.plain('files.title'),
    close: say.plain('form.close'),
    metadata: String(page),
    blocks: [
      ...(news ? [context(news)] : []),
      actions('ledgers', [
        button(ids.upload, say.plain('files.upload')),
        button(ids.entry, say.plain('files.entry')),
        button(ids.lines, say.plain('files.lines')),
      ]),
      ...(files.length === 0 ? [section(say('files.none'))] : [divider()]),
      ...files.flatMap((file) => fileBlocks(say, file)),
      ...turning(say, { page, total, perPage }, (to, label) =>
        button(numbered(ids.files, to), label, { value: String(to) }),
      ),
    ],
  });

function fileBlocks(say: Say, file: LedgerFile): KnownBlock[] {
  const { id, name, state, kind, version, rows, takenBy, takenAt, trouble } = file;
  const title = `*${escapeText(name)}*${version > 1 ? ` · ${say('files.version', { version })}` : ''}`;
  const by = takenBy ? mention(takenBy) : say('files.byFolder');
  const lines = [
    `${title} · ${say(`files.state.${state}`)}`,
    state === 'refused'
      ? say(`folder.trouble.${(trouble ?? 'badRows') as 'badRows'}`, { name })
      : `${say(`kind.${kind}`)} · ${say('files.rows', { count: rows })}${spanText(say, file)}`,
    say('files.taken', { by, when: momentInside(takenAt) }),
  ];
  const act = (action: string, label: 'files.see' | 'files.replace' | 'files.putBack', value: string) =>
    button(numbered(action, id), say.plain(label), { value });
  const buttons = [
    ...(state === 'refused' ? [] : [act(ids.openFile, 'files.see', `${id}/0`)]),
    ...(state === 'counted' ? [act(ids.replace, 'files.replace', id), withdrawing(say, id)] : []),
    ...(state === 'withdrawn' ? [act(ids.putBack, 'files.putBack', id)] : []),
  ];
  return [section(lines.join('\n')), ...(buttons.length > 0 ? [actions(`file-${id}`, buttons)] : [])];
}

const withdrawing = (say: Say, id: string) =>
  button(numbered(ids.withdraw, id), say.plain('files.withdraw'), {
    value: id,
    confirm: {
      title: plain(say.plain('files.withdraw'), 100),
      text: plain(say.plain('files.sureWithdraw'), 300),
      confirm: plain(say.plain('form.yes'), 30),
      deny: plain(say.plain('form.no'), 30),
    },
  });

const spanText = (say: Say, { firstDay, lastDay }: LedgerFile): string =>
  firstDay && lastDay ? ` · ${daysText({ from: firstDay, until: lastDay }, say.language)}` : '';

function turning(
  say: Say,
  { page, total, perPage }: { page: number; total: number; perPage: number },
  turn: (to: number, label: string) => ReturnType<typeof button>,
): KnownBlock[] {
  const hasMore = (page + 1) * perPage < total;
  if (page === 0 && !hasMore) return [];
  const buttons = [
    ...(page > 0 ? [turn(page - 1, say.plain('form.previous'))] : []),
    ...(hasMore ? [turn(page + 1, say.plain('form.next'))] : []),
  ];
  return [actions('turn', buttons)];
}

export interface FileShown {
  file: LedgerFile;
  entries: readonly Entry[];
  page: number;
  perPage: number;
}

/** The rows of a file, as they stood in it. */
export const fileView = (say: Say, { file, entries, page, perPage }: FileShown): ModalView =>
  modal({
    callbackId: ids.fileView,
    title: say.plain('files.rowsTitle'),
    close: say.plain('form.close'),
    blocks: [
      section(`*${escapeText(file.name)}* · ${say(`files.state.${file.state}`)}`),
      ...entries.map(({ day, account, text, document, minor, currency, line }) =>
        context(
          [
            `${line}. ${dayText(day, say.language, { dateStyle: 'medium' })}`,
            `*${escapeText(account)}*`,
            ...(text === '' ? [] : [escapeText(text)]),
            ...(document === '' ? [] : [escapeText(document)]),
            moneyText({ minor, currency }, say.language),
          ].join(' · '),
        ),
      ),
      ...turning(say, { page, total: file.rows, perPage }, (to, label) =>
        button(numbered(ids.openFile, to), label, { value: `${file.id}/${to}` }),
      ),
    ],
  });
