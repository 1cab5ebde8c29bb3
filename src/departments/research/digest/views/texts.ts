import { escapeText } from '../../../../platform/mrkdwn.js';
import { dayText } from '../../../../platform/words/dates.js';
import { numberFormat } from '../../../../platform/words/formats.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Story } from '../feed.js';
import { topics } from '../feed.js';
import { isDisguised } from '../rules/links.js';
import type { Say } from '../words.js';

/** A headline that can be opened. Where its words pretend to be another address, the real one stands beside it. */
export function storyLink({ title, link }: Pick<Story, 'title' | 'link'>): string {
  const words = escapeText(title.replaceAll('|', '–'));
  if (link === null) return words;
  const address = link.replace(/[<>|\s]/g, encodeURIComponent).replaceAll('&', '&amp;');
  const host = isDisguised(title, link) ? ` (${escapeText(new URL(link).hostname)})` : '';
  return `<${address}|${words}>${host}`;
}

export function sourcesText(say: Say, { sources, reports }: Pick<Story, 'sources' | 'reports'>): string {
  const [first = ''] = sources;
  return reports > 1 ? say('story.several', { source: first, count: reports - 1 }) : escapeText(first);
}

/** `Market`; topics that somebody made are as they wrote them. */
export const topicText = (say: Say, topic: string): string =>
  (topics as readonly string[]).includes(topic) ? say(`topic.${topic as 'market'}`) : escapeText(topic);
export const topicPlain = (say: Say, topic: string): string =>
  (topics as readonly string[]).includes(topic) ? say.plain(`topic.${topic as 'market'}`) : topic;

export function valueText(value: number, language: Language): string {
  return numberFormat(language, { minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(value);
}

/** `▲ 0.4 %`, `▼ 1.2 %`, `＝`. */
export function changeText(before: number | undefined, now: number, language: Language): string {
  if (!before) return '';
  const share = ((now - before) / before) * 100;
  const size = numberFormat(language, { maximumFractionDigits: 2 }).format(Math.abs(share));
  if (Math.abs(share) < 0.005) return '＝';
  return `${share > 0 ? '▲' : '▼'} ${size} %`;
}

export const shortDay = (day: Parameters<typeof dayText>[0], language: Language): string =>
  dayText(day, language, { day: 'numeric', month: 'short' });
