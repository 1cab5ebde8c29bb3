import { locales } from '../../../../platform/words/dates.js';
import type { Language } from '../../../../platform/words/words.js';

/** `12.5 %`, `12,5 %`: of basis points. */
export const shareText = (basisPoints: number, language: Language): string =>
  `${(basisPoints / 100).toLocaleString(locales[language], { maximumFractionDigits: 2 })} %`;
