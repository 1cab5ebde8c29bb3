import { escapeText, readableText } from '../../../../platform/mrkdwn.js';

export type Intent = 'greeting' | 'thanks' | 'help' | 'empty' | 'text';

const greetings = `hi|hello|hey|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day)|morning|hi there|hello there|
hey there|buna|buna ziua|buna dimineata|buna seara|salut|salutare|servus|neata|noroc|ceau|ciao|hei`;
const thanks = `thanks|thank you|thx|ty|cheers|much appreciated|thanks a lot|thank you (very|so) much|many thanks|great thanks|
ok thanks|perfect thanks|multumesc|multumesc mult|multumesc frumos|va multumesc|iti multumesc|mersi|mersi mult|
mersi frumos|multam|ok multumesc|perfect multumesc`;
const helps = `help|help me|please help|help please|can you help( me)?|what can you do|what do you do|how does this work|menu|
commands|ajutor|ajuta ma|ajutati ma|ma poti ajuta|ma puteti ajuta|ce poti face|ce puteti face|ce stii( sa faci)?|
cum functioneaza|meniu|comenzi`;

const oneOf = (alternatives: string) => new RegExp(`^(${alternatives.replaceAll('|\n', '|')})$`);
const address = `( (all|everyone|team|switchboard|tuturor|echipa))?`;
const intents: readonly [Intent, RegExp][] = [
  ['greeting', new RegExp(`${oneOf(greetings).source.slice(0, -1)}${address}$`)],
  ['thanks', new RegExp(`${oneOf(thanks).source.slice(0, -1)}${address}$`)],
  ['help', oneOf(helps)],
];

/** What a message to the bot is, before any desk is asked: most are a request in the person's own words. */
export function intentOf(text: string): Intent {
  const bare = bareWords(text);
  if (bare === '') return text.trim() === '?' ? 'help' : 'empty';
  return intents.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'text';
}

/** Lower case, without diacritics, emoji and punctuation: `Mulțumesc mult :pray:` is `multumesc mult`. */
const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/:[a-z0-9_+'-]+:/g, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The text without the bot's own mention, with people by name, as its author saw it. */
export function requestOf(text: string, botId: string, names: ReadonlyMap<string, string>): string {
  const addressed = text.replaceAll(new RegExp(`<@${botId}(\\|[^>]*)?>`, 'g'), ' ');
  const nameOf = (id: string) => escapeText(names.get(id) ?? id);
  return readableText(addressed, nameOf)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
