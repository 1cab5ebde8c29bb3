import { defineWords } from '../../platform/words/define.js';
import en from './en.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };

export const words = defineWords('slack', { en, ro });
