import { defineWords } from '../words/define.js';
import en from './words/en.json' with { type: 'json' };
import ro from './words/ro.json' with { type: 'json' };

export const words = defineWords('platform.rule-form', { en, ro });
