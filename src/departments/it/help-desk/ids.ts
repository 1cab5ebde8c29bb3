/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {
  // Shortcuts, as in the manifest.
  askShortcut: 'it.help-desk.ask',
  fromMessage: 'it.help-desk.from-message',

  // Forms.
  raise: 'it.help-desk.raise',
  write: 'it.help-desk.write',
  assignForm: 'it.help-desk.assign-form',
  sortForm: 'it.help-desk.sort-form',
  commentForm: 'it.help-desk.comment-form',
  details: 'it.help-desk.details',
  replies: 'it.help-desk.replies',
  replyForm: 'it.help-desk.reply-form',
  moveForm: 'it.help-desk.move-form',
  queues: 'it.help-desk.queues',
  queueForm: 'it.help-desk.queue-form',
  settingsForm: 'it.help-desk.settings-form',
  articles: 'it.help-desk.articles',
  article: 'it.help-desk.article',
  articleForm: 'it.help-desk.article-form',

  // Buttons and choices.
  openForm: 'it.help-desk.open-form',
  similar: 'it.help-desk.similar',
  take: 'it.help-desk.take',
  assign: 'it.help-desk.assign',
  askBack: 'it.help-desk.ask-back',
  reply: 'it.help-desk.reply',
  resolve: 'it.help-desk.resolve',
  reopen: 'it.help-desk.reopen',
  tell: 'it.help-desk.tell',
  withdraw: 'it.help-desk.withdraw',
  close: 'it.help-desk.close',
  rate: 'it.help-desk.rate',
  more: 'it.help-desk.more',
  open: 'it.help-desk.open',
  filter: 'it.help-desk.filter',
  showList: 'it.help-desk.show-list',
  page: 'it.help-desk.page',
  insert: 'it.help-desk.insert',
  addReply: 'it.help-desk.add-reply',
  editReply: 'it.help-desk.edit-reply',
  removeReply: 'it.help-desk.remove-reply',
  addQueue: 'it.help-desk.add-queue',
  editQueue: 'it.help-desk.edit-queue',
  closeQueue: 'it.help-desk.close-queue',
  showArticles: 'it.help-desk.show-articles',
  articlePage: 'it.help-desk.article-page',
  readArticle: 'it.help-desk.read-article',
  addArticle: 'it.help-desk.add-article',
  editArticle: 'it.help-desk.edit-article',
  archiveArticle: 'it.help-desk.archive-article',
  publishArticle: 'it.help-desk.publish-article',
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;
export const tailOf = (id: string): string => id.split(':')[1] ?? '';

/** Blocks by which answers and errors are told apart. */
export const fields = {
  text: 'text',
  category: 'category',
  priority: 'priority',
  behalfOf: 'behalf-of',
  assignee: 'assignee',
  canned: 'canned',
  title: 'title',
  language: 'language',
  queue: 'queue',
  channel: 'channel',
  categories: 'categories',
  people: 'people',
  query: 'query',
} as const;
