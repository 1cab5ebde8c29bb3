import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, plain, section } from '../../../../platform/blocks.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import type { Complaint, Entry } from '../complaint.js';
import { ids, numbered } from '../ids.js';
import type { CasePage } from '../service/look.js';
import { moves } from '../states.js';
import type { Say } from '../words.js';
import { deadlineText, ownerText } from './cases.js';
import { dayOn, stateText, written } from './texts.js';

/** So many entries stand on a page. */
const SHOWN = 12;

/** A complaint with all that is known of it, and what can be done next. */
export function caseView(say: Say, page: CasePage, back = 0, notice?: string): ModalView {
  const { complaint, entries, files } = page;
  const end = Math.max(0, entries.length - back * SHOWN);
  const start = Math.max(0, end - SHOWN);
  return modal({
    callbackId: ids.caseView,
    title: say.plain('case.title'),
    close: say.plain('form.close'),
    metadata: complaint.id,
    blocks: [
      section(headline(say, complaint)),
      ...(notice ? [context(notice)] : []),
      ...steps(say, complaint),
      divider(),
      ...story(say, page),
      ...files.map(({ id, name }) =>
        section(
          `📎 ${escapeText(name)}`,
          button(numbered(ids.sendFile, id), say.plain('case.sendFile'), {
            value: `${complaint.id}/${id}`,
            confirm: sure(say, 'case.sendFileSure', 'case.sendFile'),
          }),
        ),
      ),
      divider(),
      ...(entries.length === 0 ? [context(say('case.noEntries'))] : []),
      ...entries.slice(start, end).flatMap((entry) => entryBlocks(say, entry)),
      ...turning(say, complaint, back, start > 0),
    ],
  });
}

function headline(say: Say, complaint: Complaint): string {
  const { reference, kind, mode, receivedOn, outcome, eraseOn, isHeld, secondId, parties } = complaint;
  const lines = [
    `*${reference}* · ${say(`kind.${kind}`)} · ${say(`mode.${mode}`)}`,
    `${stateText(say, complaint)} · ${ownerText(say, complaint)}${secondId ? ` + ${mention(secondId)}` : ''}`,
    say('case.received', { day: dayOn(say, receivedOn) }),
    complaint.state === 'closed' ? say(`outcome.${outcome ?? 'settled'}`) : deadlineText(say, complaint),
    ...(eraseOn ? [say(isHeld ? 'case.held' : 'case.eraseOn', { day: dayOn(say, eraseOn) })] : []),
    ...(parties.links.length > 0 ? [say('case.links', { links: parties.links.join(', ') })] : []),
  ];
  return lines.join('\n');
}

/** What each step needs is asked in a form on top. */
function steps(say: Say, complaint: Complaint): KnownBlock[] {
  const { id, state, isHeld } = complaint;
  const ask = (act: Step, isFirst = false) =>
    button(numbered(ids.act, act), say.plain(`act.${act}.button`), {
      value: `${act}/${id}`,
      ...(isFirst && { style: 'primary' as const }),
    });
  const possible = (['acknowledge', 'measure', 'close', 'reopen'] as const).filter((act) => moves[act][state]);
  const isOpen = state !== 'closed';
  return [
    actions('talk', [
      ...possible.map((act, place) => ask(act, place === 0)),
      ...(isOpen ? [ask('write')] : []),
      ask('note'),
      ...(isOpen ? [ask('witness')] : []),
    ]),
    actions('keep', [
      ...(isOpen ? [ask('assign'), ask('second')] : []),
      ask('exclude'),
      ask('link'),
      button(ids.hold, say.plain(isHeld ? 'case.release' : 'case.hold'), {
        value: `${isHeld ? 'release' : 'hold'}/${id}`,
      }),
      button(ids.recuse, say.plain('case.recuse'), { value: id, confirm: sure(say, 'case.recuseSure', 'case.recuse') }),
    ]),
  ];
}

/** Steps that ask for something. */
export const asking = [
  'acknowledge',
  'measure',
  'close',
  'reopen',
  'write',
  'note',
  'witness',
  'assign',
  'second',
  'exclude',
  'link',
] as const;
export type Step = (typeof asking)[number];

function story(say: Say, { complaint, content }: CasePage): KnownBlock[] {
  const { reporterId, exclusions } = complaint.parties;
  const named = exclusions.filter(({ why }) => why === 'named').map(({ id }) => mention(id));
  const out = exclusions.filter(({ why }) => why !== 'named').map(({ id }) => mention(id));
  const who = reporterId === null ? say('case.anonymous') : mention(reporterId);
  const answers = (['about', 'when', 'where', 'witnesses', 'wants'] as const).filter((field) => content[field] !== '');
  return [
    section(
      [
        `*${say('case.from')}* ${who}`,
        ...(named.length > 0 ? [`*${say('case.against')}* ${named.join(', ')}`] : []),
        ...(out.length > 0 ? [`*${say('case.keptOut')}* ${out.join(', ')}`] : []),
        ...(content.fears ? [`⚠️ ${say('case.fears')}`] : []),
      ].join('\n'),
    ),
    context(`*${say('form.what')}*`),
    ...written(content.what),
    ...answers.flatMap((field) => [context(`*${say(`form.${field}`)}*`), ...written(content[field])]),
  ];
}

function entryBlocks(say: Say, entry: Entry): KnownBlock[] {
  const who = entry.by === null ? '' : ` · ${mention(entry.by)}`;
  const head = `*${say(`entry.${entry.kind}`)}*${who} · ${dayOn(say, entry.on)}`;
  const [first = '', ...rest] = entry.text.split(' ');
  if (entry.kind === 'event')
    return [
      context(`${say(`event.${first as 'close'}`, { who: mention(rest[0] ?? '') })}${who} · ${dayOn(say, entry.on)}`),
    ];
  if (entry.kind === 'witness') return [context(`${head} · ${mention(first)}`), ...written(rest.join(' '))];
  return [context(head), ...written(entry.text)];
}

function turning(say: Say, { id }: Complaint, back: number, hasOlder: boolean): KnownBlock[] {
  const turn = (tail: string, label: string, to: number) =>
    button(numbered(ids.olderEntries, tail), label, { value: `${to}/${id}` });
  const buttons = [
    ...(hasOlder ? [turn('older', say.plain('case.older'), back + 1)] : []),
    ...(back > 0 ? [turn('newer', say.plain('case.newer'), back - 1)] : []),
  ];
  return buttons.length > 0 ? [actions('turn', buttons)] : [];
}

const sure = (say: Say, text: 'case.recuseSure' | 'case.sendFileSure', yes: 'case.recuse' | 'case.sendFile') => ({
  title: plain(say.plain('case.sure'), 100),
  text: { type: 'plain_text' as const, text: say.plain(text) },
  confirm: { type: 'plain_text' as const, text: say.plain(yes) },
  deny: { type: 'plain_text' as const, text: say.plain('form.cancel') },
});
