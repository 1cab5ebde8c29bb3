import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { Temporal } from '../../../../platform/time.js';
import { languages } from '../../../../platform/words/words.js';
import { type Article, type ArticleText, MAX_TITLE } from '../article.js';
import { fields, ids } from '../ids.js';
import type { ArticleDraft, WrittenArticle } from '../service/keep-articles.js';
import { MAX_TEXT } from '../ticket.js';
import type { Say } from '../words.js';
import { claimed } from './claims.js';
import { neededText, type Reading, refusedOr } from './reading.js';
import { excerptOf } from './texts.js';

/** What the form is about. All of it is a claim once it comes back. */
const metadata = z.object({
  /** Of an article that is edited, with how old the text is that was put in. */
  edited: z.object({ number: z.int().positive(), at: z.int() }).nullable(),
  ticketNumber: z.int().positive().nullable(),
});
type About = z.output<typeof metadata>;

/** To write a new article, perhaps from what solved a ticket. */
export const newArticleForm = (say: Say, draft: ArticleDraft): ModalView =>
  articleForm(say, draft, { edited: null, ticketNumber: draft.ticketNumber }, origin(say, draft));

/** To write an article anew. */
export function editArticleForm(say: Say, article: Article): ModalView {
  const { number, updatedAt } = article;
  return articleForm(say, article, { edited: { number, at: updatedAt.epochMilliseconds }, ticketNumber: null }, []);
}

const articleForm = (say: Say, text: ArticleText, about: About, above: KnownBlock[]): ModalView =>
  modal({
    callbackId: ids.articleForm,
    title: say.plain('articleForm.title'),
    submit: say.plain('articleForm.save'),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify(about),
    blocks: [...above, writeTitle(say, text), chooseLanguage(say, text), writeText(say, text)],
  });

function origin(say: Say, { ticketNumber, made }: ArticleDraft): KnownBlock[] {
  if (ticketNumber === null) return [];
  const earlier = made.slice(0, 5).map(({ number, title }) => `${number} (${excerptOf(title, MAX_TITLE)})`);
  return [
    context(
      say('articleForm.from', { number: ticketNumber }),
      ...(earlier.length > 0 ? [say('articleForm.made', { articles: earlier.join(', ') })] : []),
    ),
  ];
}

const writeTitle = (say: Say, { title }: ArticleText): KnownBlock =>
  input(
    fields.title,
    say.plain('articleForm.name'),
    { type: 'plain_text_input', max_length: MAX_TITLE, ...(title && { initial_value: title }) },
    { hint: say.plain('articleForm.nameHint') },
  );

const chooseLanguage = (say: Say, { language }: ArticleText): KnownBlock =>
  input(fields.language, say.plain('replies.language'), {
    type: 'radio_buttons',
    options: languages.map((one) => option(one, say.plain(`language.${one}`))),
    initial_option: option(language, say.plain(`language.${language}`)),
  });

const writeText = (say: Say, { text }: ArticleText): KnownBlock =>
  input(
    fields.text,
    say.plain('articleForm.text'),
    { type: 'plain_text_input', multiline: true, max_length: MAX_TEXT, ...(text && { initial_value: text }) },
    { hint: say.plain('articleForm.textHint') },
  );

export function readArticle(
  say: Say,
  { privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>,
): Reading<WrittenArticle> {
  const { edited, ticketNumber } = claimed(metadata, privateMetadata);
  const said = (most: number) => neededText(say.plain('write.empty'), most, say.plain('articleForm.tooLong', { most }));
  const form = z.object({
    [fields.title]: said(MAX_TITLE),
    [fields.language]: z.enum(languages),
    [fields.text]: said(MAX_TEXT),
  });
  return refusedOr(form.safeParse(answersOf(values)), (text) => ({
    text,
    edited: edited && { number: edited.number, updatedAt: Temporal.Instant.fromEpochMilliseconds(edited.at) },
    ticketNumber,
  }));
}
