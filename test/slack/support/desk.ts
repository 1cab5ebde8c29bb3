import { button, input, modal, section } from '../../../src/platform/blocks.js';
import type { Desk, StateValues, Visit } from '../../../src/platform/doors/doors.js';
import { refusalsFrom } from '../../../src/platform/user-error.js';
import { defineWords, type Words } from '../../../src/platform/words/define.js';
import en from './words/en.json' with { type: 'json' };
import ro from './words/ro.json' with { type: 'json' };

export const words = defineWords('test', { en, ro });
export const no = refusalsFrom(words);

export const form = (text = '') =>
  modal({
    callbackId: 'test.form',
    title: 'Test',
    submit: 'Send',
    close: 'Close',
    blocks: [
      input('what', 'What?', { type: 'plain_text_input', ...(text && { initial_value: text }) }),
      section('or', button('test.press', 'Press')),
    ],
  });

export const whatIn = (values: StateValues): string => values.what?.answer?.value ?? '';

/** A desk that does what a test says, and notes who came. */
export function deskWith(doors: Partial<Desk>): Desk {
  return { name: 'test', words: words as Words, title: 'title', about: 'about', ...doors };
}

/** A command with the usual subcommands; each says which it was and what it was given. */
export const ithelp = (visits: Visit[] = []): Partial<Desk> => ({
  commands: [
    {
      command: '/ithelp',
      summary: 'summary',
      subcommands: [
        {
          name: 'list',
          aliases: ['lista'],
          usage: 'usage.list',
          run: async (visit) => {
            visits.push(visit);
            return { say: { text: `list:${visit.text}` } };
          },
        },
        {
          name: 'search',
          shown: 'search …',
          usage: 'usage.search',
          run: async ({ text }) => ({ say: { text: `search:${text}` } }),
        },
        {
          name: 'number',
          shown: '42',
          pattern: /#?\d+/,
          usage: 'usage.number',
          run: async ({ text }) => ({ say: { text: `number:${text}` } }),
        },
      ],
      otherwise: async (visit) => {
        visits.push(visit);
        return { open: form(visit.text) };
      },
    },
  ],
});
