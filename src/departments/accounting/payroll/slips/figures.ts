import { locales } from '../../../../platform/words/dates.js';
import type { Language } from '../../../../platform/words/words.js';

export const percentText = (percent: number, language: Language): string =>
  `${percent.toLocaleString(locales[language], { maximumFractionDigits: 2 })} %`;
