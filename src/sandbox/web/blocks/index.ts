import './css/index.css';

export { Blocks } from './Blocks.js';
export { emoji, loadEmoji, useEmoji } from './emoji/data.js';
export { EmojiPicker } from './emoji/EmojiPicker.js';
export { searchEmoji } from './emoji/search.js';
export type { Interact } from './interact.js';
export { ModalStack } from './modal/ModalStack.js';
export { Mrkdwn } from './mrkdwn/Mrkdwn.js';
export { PlainText } from './mrkdwn/PlainText.js';
export { parseMrkdwn } from './mrkdwn/parse.js';
export type { Names } from './names.js';
