import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { permissions, type Standing } from '../../../../src/departments/it/help-desk/permissions.js';
import { allQueues, MOST_QUEUES, queuesWith } from '../../../../src/departments/it/help-desk/queues.js';
import { helpDeskSettings } from '../../../../src/departments/it/help-desk/settings.js';
import type { CannedReply } from '../../../../src/departments/it/help-desk/store/replies.js';
import { categories, priorities, states, type Ticket } from '../../../../src/departments/it/help-desk/ticket.js';
import { articleView } from '../../../../src/departments/it/help-desk/views/article.js';
import { editArticleForm, newArticleForm } from '../../../../src/departments/it/help-desk/views/article-form.js';
import { articlesView, firstArticles } from '../../../../src/departments/it/help-desk/views/articles.js';
import { assignDialog } from '../../../../src/departments/it/help-desk/views/assigning.js';
import { triageCard } from '../../../../src/departments/it/help-desk/views/card.js';
import { commentDialog } from '../../../../src/departments/it/help-desk/views/comment.js';
import { detailsView } from '../../../../src/departments/it/help-desk/views/details.js';
import {
  readInsertion,
  readWriting,
  type Writing,
  writingDialog,
  writings,
} from '../../../../src/departments/it/help-desk/views/dialogs.js';
import { requestForm } from '../../../../src/departments/it/help-desk/views/form.js';
import { homeBlocks } from '../../../../src/departments/it/help-desk/views/home.js';
import { firstPage, listNote, lists } from '../../../../src/departments/it/help-desk/views/list.js';
import { moreMenu, readChoice } from '../../../../src/departments/it/help-desk/views/more-menu.js';
import { moveDialog } from '../../../../src/departments/it/help-desk/views/moving.js';
import { queueForm } from '../../../../src/departments/it/help-desk/views/queue-form.js';
import { queuesView } from '../../../../src/departments/it/help-desk/views/queue-list.js';
import { readReply, repliesView, replyForm } from '../../../../src/departments/it/help-desk/views/replies.js';
import { requesterCard } from '../../../../src/departments/it/help-desk/views/requester-card.js';
import { settingsForm } from '../../../../src/departments/it/help-desk/views/settings.js';
import { sortDialog } from '../../../../src/departments/it/help-desk/views/sorting.js';
import { pieces } from '../../../../src/departments/it/help-desk/views/texts.js';
import { words } from '../../../../src/departments/it/help-desk/words.js';
import { escapeText } from '../../../../src/platform/mrkdwn.js';
import { languages } from '../../../../src/platform/words/words.js';
import { anArticle, anEvent, aTicket, monday } from './samples.js';
import { filled } from './visits.js';

const everyStanding = new Set(Object.values(permissions).flat()) as Set<Standing>;
const writingNames = Object.keys(writings) as Writing[];

/** Everything that the desk shows of a ticket, with the same text wherever a person's text can stand. */
function everything(
  language: 'en' | 'ro',
  ticket: Ticket,
  text: string,
): { name: string; blocks: KnownBlock[]; view?: ModalView }[] {
  const say = words.in(language);
  const reply: CannedReply = { id: 'r1', language: 'en', title: text.slice(0, 60), text };
  const page = { tickets: Array.from({ length: 10 }, () => ticket), total: 95, page: 3 };
  const event = anEvent({ kind: 'told', text, fileNames: [text.slice(0, 200)] });
  const events = Array.from({ length: 25 }, () => event);
  const article = anArticle({ title: text.slice(0, 100), text, helped: 7, ticketNumber: 42 });
  const articles = { articles: Array.from({ length: 10 }, () => article), total: 95, page: 3 };
  const place = { ...firstArticles(text), isArchived: true };
  const name = text.slice(0, 40) || 'Networks';
  const kept = { channel: 'C1', categories: [...categories], peopleIds: ['U0MARA'] };
  const queues = queuesWith(
    'C1',
    Array.from({ length: MOST_QUEUES }, (_, place) => ({ ...kept, id: `queue-${place}`, name })),
  );
  const colleague = { id: 'U0MARA', name: text.slice(0, 80) || 'Mara', isAway: true, openTickets: 3 };
  const views: Record<string, ModalView> = {
    form: requestForm(say, {
      text,
      offers: { articles: [article, article, article], similar: [ticket, ticket, ticket] },
      behalfOfId: 'U0RADU',
    }),
    details: detailsView(say, {
      ticket,
      standings: everyStanding,
      events,
      isCut: true,
      queue: queues.others[0] ?? null,
    }),
    assign: assignDialog(
      say,
      ticket,
      Array.from({ length: 120 }, () => colleague),
    ),
    nobody: assignDialog(say, ticket, []),
    sort: sortDialog(say, ticket, true),
    move: moveDialog(say, ticket, queues),
    nowhere: moveDialog(say, ticket, queuesWith('C1', [])),
    queues: queuesView(
      say,
      { queues, open: new Map(), lost: new Set(['C1']), technicians: ['U0MARA'] },
      say('queues.closed', { name }),
    ),
    noQueues: queuesView(say, { queues: queuesWith(null, []), open: new Map(), lost: new Set(), technicians: [] }),
    queue: queueForm(say, queues.others[0] ?? null, queues, ['U0MARA']),
    newQueue: queueForm(say, null, queues, []),
    settings: settingsForm(say, helpDeskSettings.parse({})),
    comment: commentDialog(say, ticket.number),
    replies: repliesView(
      say,
      Array.from({ length: 60 }, () => reply),
      [reply],
    ),
    reply: replyForm(say, reply),
    articles: articlesView(say, { page: articles, at: place, mayKeep: true }),
    noArticles: articlesView(say, { page: { articles: [], total: 0, page: 0 }, at: place, mayKeep: true }),
    article: articleView(say, { article, mayKeep: true }, { isOnTop: true, isRead: true }),
    archived: articleView(
      say,
      { article: { ...article, archivedAt: monday }, mayKeep: true },
      { isOnTop: false, isRead: true },
    ),
    newArticle: newArticleForm(say, { ...article, made: [article, article] }),
    editArticle: editArticleForm(say, article),
    ...Object.fromEntries(
      writingNames.map((name) => [name, writingDialog(say, name, { ticket, replies: [reply], text })]),
    ),
  };
  const messages: Record<string, KnownBlock[]> = {
    triage: triageCard(say, ticket),
    triageOfQueue: triageCard(say, ticket, true),
    requester: requesterCard(say, ticket, 'U0ELENA', true),
    beneficiary: requesterCard(say, ticket, 'U0RADU', false),
    home: homeBlocks(say, {
      asked: page,
      solved: page.tickets,
      hasArticles: true,
      work: { assigned: page, unassigned: 2, late: 1 },
    }),
    ...Object.fromEntries(
      lists.map((list) => [
        list,
        listNote(say, page, firstPage(list, text, 'queue-3'), true, allQueues(queues)).blocks ?? [],
      ]),
    ),
  };
  return [
    ...Object.entries(views).map(([name, view]) => ({ name, view, blocks: view.blocks as KnownBlock[] })),
    ...Object.entries(messages).map(([name, blocks]) => ({ name, blocks })),
  ];
}

const full = (text: string, changes: Partial<Ticket> = {}) =>
  aTicket({
    ...{
      number: 999_999,
      text,
      resolution: text,
      ratingComment: text,
      behalfOfId: 'U0RADU',
      assigneeId: 'U0MARA',
    },
    ...{ rating: 3, sourceLink: 'https://example.test/C1/1.1', resolvedAt: monday },
    targets: (['respond', 'resolve'] as const).map((kind) => ({
      kind,
      dueAt: monday,
      warnAt: monday,
      warnedAt: null,
      escalatedAt: null,
    })),
    ...changes,
  });

/** Texts by their kind, wherever they stand in a block. */
function textsIn(node: unknown, kind: 'mrkdwn' | 'plain_text'): string[] {
  if (Array.isArray(node)) return node.flatMap((item) => textsIn(item, kind));
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'type' in node && node.type === kind && 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...Object.values(node).flatMap((value) => textsIn(value, kind))];
}

const ours =
  /<(#C1|@U0(ELENA|RADU|MARA)|!date\^\d+\^\u200b?\{date_short_pretty\}, \{time\}\|[\d :UTC-]+|https:\/\/example\.test\/C1\/1\.1\|[\p{L} -]+)>/gu;

describe.each(languages)('what is shown in %s', (language) => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '<!channel>',
      '<@U0EVIL>',
      '<!subteam^S1>',
      '<https://evil.example|bank>',
      '&lt;!here&gt;',
      '\u202eevil',
      '```',
      '{{number}}',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );

  it('obeys nothing that people wrote, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join(' ');
        for (const { blocks } of everything(language, full(text, { state: 'resolved' }), text)) {
          for (const shown of textsIn(blocks, 'mrkdwn')) {
            expect(shown.replace(ours, '')).not.toMatch(/[<\u202a-\u202e\u2066-\u2069]/);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(states)('fits into what Slack accepts, however long texts are: %s', (state) => {
    for (const text of ['<'.repeat(3000), '\n'.repeat(3000), '😀'.repeat(1500), 'x'.repeat(3000)]) {
      for (const { name, blocks, view } of everything(language, full(text, { state }), text)) {
        expect([name, blocks.length]).toEqual([name, Math.min(blocks.length, view || name === 'home' ? 100 : 50)]);
        for (const shown of textsIn(blocks, 'mrkdwn')) expect(shown.length).toBeLessThanOrEqual(3000);
        for (const block of blocks) if (block.type === 'actions') expect(block.elements.length).toBeGreaterThan(0);
        const named = blocks.flatMap(({ block_id }) => block_id ?? []);
        if (name !== 'replies' && name !== 'form') expect(new Set(named).size).toBe(named.length);
        if (view) expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
      }
    }
  });

  it('has titles and buttons that aren’t cut off', () => {
    for (const state of states) {
      for (const { view, blocks } of everything(language, full('Till 3', { state }), 'Till 3')) {
        for (const part of [view?.title, view?.submit, view?.close]) expect(part?.text ?? '').not.toMatch(/.…$/);
        for (const shown of textsIn(blocks, 'plain_text')) expect(shown.length).toBeLessThanOrEqual(150);
        for (const { text } of [...priorities].map((priority) => ({
          text: words.in(language).plain(`priority.${priority}.means`),
        }))) {
          expect(text.length).toBeLessThanOrEqual(75);
        }
      }
    }
  });
});

describe('the menu of a card', () => {
  const say = words.in('en');
  const offered = (ticket: Ticket, place: Parameters<typeof moreMenu>[2]) =>
    moreMenu(say, ticket, place).options.map(({ value }) => value?.split(':')[0]);

  it('offers no other queue where there is none', () => {
    expect(offered(aTicket(), {})).toEqual(['reply', 'note', 'sort', 'dismiss', 'details']);
  });

  it('leaves out what can be done elsewhere, when there is more than Slack shows', () => {
    expect(offered(aTicket(), { hasQueues: true })).toEqual(['reply', 'sort', 'move', 'dismiss', 'details']);
    expect(offered(aTicket(), { hasQueues: true, inDetails: true })).toEqual([
      'reply',
      'note',
      'sort',
      'move',
      'dismiss',
    ]);
  });

  it.each(states)('never has more than five choices: %s', (state) => {
    for (const place of [{}, { hasQueues: true }, { hasQueues: true, inDetails: true }]) {
      expect(moreMenu(say, full('x', { state }), place).options.length).toBeLessThanOrEqual(5);
    }
  });
});

describe('a long text', () => {
  it('is shown whole, in pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '&', '\n', 'a', '😀', '>'), maxLength: 6000 }), (text) => {
        expect(pieces(text).join('')).toBe(escapeText(text));
        for (const piece of pieces(text)) expect(piece.replaceAll('\n', '\n> ').length).toBeLessThanOrEqual(2998);
      }),
    );
  });
});

describe('a dialog', () => {
  const say = words.in('en');
  const parts = {
    ticket: { number: 42, text: 'Till 3' },
    replies: [{ id: 'r1', language: 'en' as const, title: 'Restart' }],
  };
  const sent = (writing: Writing, text: string, turn = 0) => {
    const view = writingDialog(say, writing, { ...parts, turn });
    const block = turn === 0 ? 'text' : `text-${turn}`;
    return { privateMetadata: view.private_metadata ?? '', values: filled({ [block]: text }) };
  };

  it.each(writingNames)('says to which ticket "%s" was written', (writing) => {
    expect(readWriting(say, sent(writing, ' Hello '))).toEqual({
      fields: { writing, number: 42, turn: 0, text: 'Hello' },
    });
  });

  it.each(writingNames)('wants a text for "%s" only where one is needed', (writing) => {
    const read = readWriting(say, sent(writing, ' \u200b '));
    expect('errors' in read).toBe(writings[writing].isNeeded);
  });

  it('names the field that is wrong also after a canned reply was put in', () => {
    expect(readWriting(say, sent('reply', '', 2))).toEqual({ errors: { 'text-2': 'Write something first.' } });
    expect(readInsertion(sent('reply', 'so far', 2))).toMatchObject({ text: 'so far', turn: 2 });
  });

  it('that was forged is refused', () => {
    const forged = (metadata: unknown) => () =>
      readWriting(say, { privateMetadata: JSON.stringify(metadata), values: filled({ text: 'x' }) });
    const gone = 'refusals.noChoice';
    expect(forged({ writing: 'delete', number: 42, turn: 0 })).toThrow(gone);
    expect(forged({ writing: 'reply', number: -1, turn: 0 })).toThrow(gone);
    expect(forged({ writing: 'reply', number: '42', turn: 0 })).toThrow(gone);
    expect(() => readInsertion({ privateMetadata: '{', values: {} })).toThrow(gone);
  });

  it.each(['release:42', 'reply:', 'reply:x', 'reply:-1', ''])('has no choice called "%s"', (value) => {
    expect(readChoice(value)).toBeNull();
  });

  it('for a canned reply wants a name and a text', () => {
    const view = { privateMetadata: '', values: filled({ title: ' ', text: '', language: 'ro' }) };
    expect(readReply(say, view)).toEqual({
      errors: { title: 'Write something first.', text: 'Write something first.' },
    });
  });
});
