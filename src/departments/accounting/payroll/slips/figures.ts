import { numberFormat } from '../../../../platform/words/formats.js';
import type { Language } from '../../../../platform/words/words.js';

export const percentText = (percent: number, language: Language): string =>
  `${numberFormat(language, { maximumFractionDigits: 2 }).format(percent)} %`;
