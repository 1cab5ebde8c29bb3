import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import { type Article, MAX_TITLE } from '../article.js';
import { ids } from '../ids.js';
import type { Opened } from '../service/articles.js';
import type { Say } from '../words.js';
import { excerptOf, pieces, whoIs } from './texts.js';

interface Shown {
  /** Something lies underneath, and closing leads back there. */
  isOnTop: boolean;
  /** Somebody opened it to read it, rather than to look after it. */
  isRead: boolean;
}

/** A whole article. Its submit button says that it helped: only a submission can close the forms underneath too. */
export const articleView = (say: Say, { article, mayKeep }: Opened, { isOnTop, isRead }: Shown): ModalView =>
  modal({
    callbackId: ids.article,
    title: say.plain('article.title', { number: article.number }),
    close: say.plain(isOnTop ? 'article.back' : 'details.close'),
    ...(isRead && article.archivedAt === null && { submit: say.plain('article.solvedIt') }),
    metadata: String(article.number),
    blocks: [
      section(`*${excerptOf(article.title, MAX_TITLE)}*`),
      ...(article.archivedAt ? [context(say('article.isArchived', { at: momentInside(article.archivedAt) }))] : []),
      ...pieces(article.text).map((piece) => section(piece)),
      context(say('article.updated', { at: momentInside(article.updatedAt) }), ...helpedBy(say, article)),
      ...(mayKeep ? keeping(say, article) : []),
    ],
  });

const helpedBy = (say: Say, { helped }: Article): string[] =>
  helped > 0 ? [say('article.helped', { count: helped })] : [];

function keeping(say: Say, { number, shown, authorId, ticketNumber, archivedAt }: Article): KnownBlock[] {
  const value = String(number);
  return [
    context(
      say('article.shown', { count: shown }),
      say('article.by', { by: whoIs(say, authorId) }),
      ...(ticketNumber ? [say('article.from', { number: ticketNumber })] : []),
    ),
    actions('keep', [
      button(ids.editArticle, say.plain('article.edit'), { value }),
      archivedAt
        ? button(ids.publishArticle, say.plain('article.publish'), { value })
        : button(ids.archiveArticle, say.plain('article.archive'), { value }),
    ]),
  ];
}

/** Which article helped: a claim. */
export const readArticleNumber = ({ privateMetadata }: Pick<OpenView, 'privateMetadata'>): number =>
  z.coerce.number().int().positive().parse(privateMetadata);
