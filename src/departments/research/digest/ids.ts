/** Names on the wire: doors that Slack calls back, and the blocks of the desk's forms. */
export const ids = {
  // Forms.
  sourcesView: 'research.digest.sources',
  addForm: 'research.digest.add-form',
  foundForm: 'research.digest.found-form',
  listForm: 'research.digest.list-form',
  storiesView: 'research.digest.stories',
  followForm: 'research.digest.follow-form',
  watchForm: 'research.digest.watch-form',
  settingsForm: 'research.digest.settings-form',

  // Buttons and choices.
  openEdition: 'research.digest.edition',
  sources: 'research.digest.sources-turn',
  addFeed: 'research.digest.add',
  feed: 'research.digest.feed',
  later: 'research.digest.later',
  follow: 'research.digest.follow',
  unwatch: 'research.digest.unwatch',
  stories: 'research.digest.stories-turn',
} as const;

/** Buttons in one row may not share a name: what tells them apart stands after a colon. */
export const numbered = (id: string, tail: number | string): string => `${id}:${tail}`;
