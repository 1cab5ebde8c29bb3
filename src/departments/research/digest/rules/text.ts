import { Parser } from 'htmlparser2';
import { shorten, withoutDirections } from '../../../../platform/mrkdwn.js';

const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg']);
const breaking = new Set(['p', 'br', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'blockquote']);

/** What somebody would read of HTML: without tags, with its entities said, in one line. */
export function plainText(html: string, length: number): string {
  // Most of what feeds have is no markup at all, and reading it as such would take most of the time.
  if (!/[<&]/.test(html)) return shorten(tidy(html.slice(0, LONGEST)), length);
  const parts: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (hidden.has(name)) depth += 1;
        if (breaking.has(name)) parts.push(' ');
      },
      ontext: (text) => {
        if (depth === 0) parts.push(text);
      },
      onclosetag: (name) => {
        if (hidden.has(name)) depth -= 1;
        if (breaking.has(name)) parts.push(' ');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html.slice(0, LONGEST));
  return shorten(tidy(parts.join('')), length);
}

/** Longer than any title or summary that anybody reads. */
const LONGEST = 100_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
const controls = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028\u2029\uFEFF]/g;

const tidy = (text: string): string => withoutDirections(text).replace(controls, ' ').replace(/\s+/g, ' ').trim();

/** Titles are often escaped twice: what still looks like markup or an entity after one reading is read again. */
export function titleText(html: string, length: number): string {
  const once = plainText(html, LONGEST);
  const isStillMarkup = /<\/?[a-z][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(once);
  return isStillMarkup ? plainText(once, length) : shorten(once, length);
}
