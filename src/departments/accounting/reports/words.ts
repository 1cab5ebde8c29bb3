import { refusalsFrom } from '../../../platform/user-error.js';
import { defineWords } from '../../../platform/words/define.js';
import { DESK } from './ledger.js';
import en from './words/en.json' with { type: 'json' };
import ro from './words/ro.json' with { type: 'json' };

export const words = defineWords(DESK, { en, ro });
export type Say = ReturnType<typeof words.in>;

/** The desk's way to say no: `throw no('refused.noPlan')`. */
export const no = refusalsFrom(words);
