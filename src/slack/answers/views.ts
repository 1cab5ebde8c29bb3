import type { KnownBlock, ModalView } from '@slack/types';
import { modal, section } from '../../platform/blocks.js';
import type { Note } from '../../platform/doors/doors.js';
import type { Language } from '../../platform/words/words.js';
import { words } from '../words/words.js';

// The few forms of the router's own: for work that takes longer than Slack waits, and for what it came to.

const NOBODY = 'switchboard.notice';

const small = (language: Language, title: 'loading' | 'working' | 'done' | 'notice', blocks: KnownBlock[]) => {
  const say = words.in(language);
  return modal({
    callbackId: NOBODY,
    title: say.plain(`view.${title}Title`),
    close: say.plain('view.close'),
    blocks,
  });
};

export const loadingView = (language: Language): ModalView =>
  small(language, 'loading', [section(words.in(language)('view.loading'))]);

export const workingView = (language: Language): ModalView =>
  small(language, 'working', [section(words.in(language)('view.working'))]);

export const doneView = (language: Language): ModalView =>
  small(language, 'done', [section(words.in(language)('view.done'))]);

export const noticeView = (language: Language, { text, blocks }: Note): ModalView =>
  small(language, 'notice', blocks ?? [section(text)]);
