// What people type is shown, never obeyed: Slack reads `<…>` as mentions and links, and `&` as an entity.

import type { Temporal } from './time.js';

/** Direction overrides and isolates can make a text read as something else than it says. */
const bidirectionalMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** For text from people that is shown as plain text, where nothing else has to be escaped. */
export const withoutDirections = (text: string): string => text.replace(bidirectionalMarks, '');

/** Escapes text from people for mrkdwn: `<!channel>`, `<@U…>`, links and entities are shown as typed. */
export function escapeText(text: string): string {
  return withoutDirections(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * What a person typed in Slack's own composer comes escaped and with mentions: this gives back what they saw. Slack sends
 * ids without names; `nameOf` knows the names of people and channels, else the id is shown.
 */
export function readableText(mrkdwn: string, nameOf: (id: string) => string | undefined = () => undefined): string {
  return mrkdwn
    .replace(
      /<([@#])([^>|]+)(?:\|([^>]*))?>/g,
      (_, sign: string, id: string, label?: string) => sign + (label || nameOf(id) || id),
    )
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<!(?:subteam|date)\^[^>|]*\|([^>]+)>/g, '$1')
    .replace(/<(?:mailto:)?([^>|@#!][^>|]*)(?:\|([^>]+))?>/g, (_, url: string, label?: string) => label ?? url)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Ids of the people mentioned in such a text. */
export const peopleMentionedIn = (mrkdwn: string): string[] => [
  ...new Set([...mrkdwn.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map((match) => match[1] ?? '')),
];

/** A mention of a person, for mrkdwn. Trusted: give it a Slack id, never a text. */
export const mention = (personId: string): string => (/^[A-Z0-9]+$/.test(personId) ? `<@${personId}>` : '@?');

export const channelLink = (channelId: string): string => (/^[A-Z0-9]+$/.test(channelId) ? `<#${channelId}>` : '#?');

/**
 * A moment inside of a sentence, which Slack shows to each reader in their own zone and language. Trusted. Slack begins a
 * date with a capital letter, also in "by Today": a space without width before it keeps it small.
 */
export const momentInside = (instant: Temporal.Instant): string => slackDate(instant, '\u200b');

/** The same at the beginning of a line. */
export const momentFirst = (instant: Temporal.Instant): string => slackDate(instant, '');

function slackDate(instant: Temporal.Instant, before: string): string {
  const inUtc = instant.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', ' UTC');
  const seconds = Math.floor(instant.epochMilliseconds / 1000);
  return `<!date^${seconds}^${before}{date_short_pretty}, {time}|${inUtc}>`;
}

/** At most `length` characters, the last an ellipsis where something was cut; never half of a surrogate pair. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** A quotation: each line of a text from people, escaped and marked with `>`. */
export const quote = (text: string): string =>
  escapeText(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
