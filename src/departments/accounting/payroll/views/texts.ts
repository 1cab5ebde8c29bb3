import { numberFormat } from '../../../../platform/words/formats.js';
import type { Language } from '../../../../platform/words/words.js';

/** `12.5 %`, `12,5 %`: of basis points. */
export const shareText = (basisPoints: number, language: Language): string =>
  `${numberFormat(language, { maximumFractionDigits: 2 }).format(basisPoints / 100)} %`;
