import { refusalsFrom } from '../../../platform/user-error.js';
import { defineWords } from '../../../platform/words/define.js';
import { HUB } from './ids.js';
import en from './words/en.json' with { type: 'json' };
import ro from './words/ro.json' with { type: 'json' };

export const words = defineWords(HUB, { en, ro });
export const no = refusalsFrom(words);
export type Say = ReturnType<typeof words.in>;
