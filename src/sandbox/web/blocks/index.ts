import './css/index.css';

export { Blocks } from './Blocks.js';
export { loadEmoji, useEmoji } from './emoji/data.js';
export { EmojiPicker } from './emoji/EmojiPicker.js';
export { searchEmoji } from './emoji/search.js';
export { ModalStack } from './modal/ModalStack.js';
export { Mrkdwn } from './mrkdwn/Mrkdwn.js';
