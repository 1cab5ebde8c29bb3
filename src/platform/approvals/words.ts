import { refusalsFrom } from '../user-error.js';
import { defineWords } from '../words/define.js';
import en from './words/en.json' with { type: 'json' };
import ro from './words/ro.json' with { type: 'json' };

export const words = defineWords('platform.approvals', { en, ro });
export type Say = ReturnType<typeof words.in>;
export const no = refusalsFrom(words);
