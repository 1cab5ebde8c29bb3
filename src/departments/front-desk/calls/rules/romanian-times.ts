// Romanian words for moments, put into English before they are read. Everything is in small letters and without accents.

const numbers: Readonly<Record<string, number>> = {
  ...{ un: 1, o: 1, unu: 1, una: 1, doi: 2, doua: 2, trei: 3, patru: 4, cinci: 5, sase: 6, sapte: 7, opt: 8, noua: 9 },
  ...{ zece: 10, unsprezece: 11, doisprezece: 12, cincisprezece: 15, douazeci: 20, treizeci: 30, patruzeci: 40 },
};
const numberWords = Object.keys(numbers).join('|');
const amount = `\\d+|${numberWords}`;
const amountOf = (text: string): number => numbers[text] ?? Number(text);

const units: Readonly<Record<string, string>> = {
  ...{ minut: 'minutes', minute: 'minutes', min: 'minutes', ora: 'hours', ore: 'hours', h: 'hours' },
  ...{ zi: 'days', zile: 'days', saptamana: 'weeks', saptamani: 'weeks', luna: 'months', luni: 'months' },
};
const unitWords = Object.keys(units).join('|');

const days: readonly (readonly [RegExp, string])[] = [
  [/\bpoimaine\b/g, 'in 2 days'],
  [/\bmaine\b/g, 'tomorrow'],
  [/\b(?:astazi|azi)\b/g, 'today'],
  [/\b(?:diseara|deseara)\b/g, 'today evening'],
  [/\bluni(?:i|a)?\b/g, 'monday'],
  [/\bmarti(?:i|a)?\b|\bmartea\b/g, 'tuesday'],
  [/\bmiercur(?:i|ea)\b/g, 'wednesday'],
  [/\bjoi(?:a)?\b/g, 'thursday'],
  [/\bviner(?:i|ea)\b/g, 'friday'],
  [/\bsambat[ae]\b/g, 'saturday'],
  [/\bduminic[ae]\b/g, 'sunday'],
];
const months: readonly (readonly [RegExp, string])[] = [
  [/\bianuarie\b/g, 'january'],
  [/\bfebruarie\b/g, 'february'],
  [/\bmartie\b/g, 'march'],
  [/\baprilie\b/g, 'april'],
  [/\bmai\b/g, 'may'],
  [/\biunie\b/g, 'june'],
  [/\biulie\b/g, 'july'],
  [/\bseptembrie\b/g, 'september'],
  [/\boctombrie\b/g, 'october'],
  [/\bnoiembrie\b/g, 'november'],
  [/\bdecembrie\b/g, 'december'],
];
const partsOfDay: readonly (readonly [RegExp, string])[] = [
  [/\bdupa[- ](?:masa|amiaza|pranz)\b/g, 'afternoon'],
  [/\b(?:de )?dimineat[ae]\b/g, 'morning'],
  [/\b(?:la )?(?:pranz|amiaza)\b/g, 'at 12:00'],
  [/\b(?:seara)\b/g, 'evening'],
  [/\bmiezul noptii\b/g, 'midnight'],
];

/** The same with English words; what is English already stays as it is. */
export function inEnglish(text: string): string {
  const counted = clockTimes(durations(text.replace(/\s+/g, ' ')));
  const named = [...days, ...months].reduce((said, [romanian, english]) => said.replace(romanian, english), counted);
  return partsOfDay
    .reduce((said, [romanian, english]) => said.replace(romanian, english), named)
    .replace(/\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday) viito(?:are|r)\b/g, 'next $1')
    .replace(/\bsaptamana viitoare\b/g, 'next week')
    .replace(
      /\b(morning|afternoon|evening) at (\d{1,2}):(\d{2})\b/g,
      (_, part: string, hour: string, minute: string) =>
        `at ${part !== 'morning' && Number(hour) < NOON ? Number(hour) + NOON : hour}:${minute}`,
    );
}

const NOON = 12;

/** `peste o ora si jumatate` → `in 90 minutes`. */
function durations(text: string): string {
  const start = '\\b(?:peste|in|dupa|cam in|cam peste|in vreo|peste vreo) ';
  return text
    .replace(new RegExp(`${start}(?:o )?jumatate de ora\\b`, 'g'), 'in 30 minutes')
    .replace(new RegExp(`${start}(?:un )?sfert de ora\\b`, 'g'), 'in 15 minutes')
    .replace(new RegExp(`${start}trei sferturi de ora\\b`, 'g'), 'in 45 minutes')
    .replace(
      new RegExp(`${start}(${amount}) or[ae] (?:si|și) (jumatate|un sfert|${amount})(?: de)?(?: min(?:ute)?)?\\b`, 'g'),
      (_, hours: string, rest: string) => `in ${amountOf(hours) * 60 + minutesOf(rest)} minutes`,
    )
    .replace(
      new RegExp(`${start}(${amount}) (?:de )?(${unitWords})\\b`, 'g'),
      (_, count: string, unit: string) => `in ${amountOf(count)} ${units[unit]}`,
    );
}

const minutesOf = (text: string): number => (text === 'jumatate' ? 30 : text === 'un sfert' ? 15 : amountOf(text));

const HOURS = 24;

/** `la 10 si jumatate` → `at 10:30`; `la 10 fara un sfert` → `at 9:45`; `la 10.30` → `at 10:30`. */
function clockTimes(text: string): string {
  const at = `(?:la|pe la|la ora|pe la ora|ora) (${amount})(?: fix)?`;
  return text
    .replace(
      new RegExp(`\\b${at} (?:si|și) (jumatate|un sfert|${amount})\\b`, 'g'),
      (_, hour: string, rest: string) => `at ${amountOf(hour)}:${String(minutesOf(rest)).padStart(2, '0')}`,
    )
    .replace(new RegExp(`\\b${at} fara (un sfert|${amount})\\b`, 'g'), (_, hour: string, rest: string) => {
      const before = (amountOf(hour) - 1 + HOURS) % HOURS;
      return `at ${before}:${String(60 - minutesOf(rest)).padStart(2, '0')}`;
    })
    .replace(/\b(?:la|pe la|la ora|pe la ora|ora|at) (\d{1,2})[.:](\d{2})\b(?![./])/g, 'at $1:$2')
    .replace(new RegExp(`\\b${at}\\b(?![:./]\\d)`, 'g'), (_, hour: string) => `at ${amountOf(hour)}:00`);
}
