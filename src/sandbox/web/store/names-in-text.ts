import { fromSlack } from '../text/slack.js';
import { channels } from './channels.js';
import { nameOf, people } from './people.js';

const nameIn = (kind: '@' | '#' | '!', id: string): string | undefined =>
  kind === '@' ? nameOf(people.peek().get(id)) || undefined : kind === '#' ? channels.peek().get(id)?.name : id;

/** Slack's text with names in place of codes: for editing, and to be read out. */
export const withNames = (text: string) => fromSlack(text, nameIn);
