import { effect } from '@preact/signals';
import { render } from 'preact';
import './styles/index.css';
import { loadEmoji } from './blocks/index.js';
import { listenToKeys } from './shell/keys.js';
import { Page } from './shell/Page.js';
import { unreadTitle } from './shell/title.js';
import { enterFromAddress, followAddress } from './store/enter.js';
import { language, startBeating } from './store/session.js';
import { restoreTheme } from './store/ui.js';

restoreTheme();
startBeating();
listenToKeys();
addEventListener('popstate', followAddress);
effect(() => {
  document.documentElement.lang = language.value;
  document.title = unreadTitle.value;
});
void loadEmoji();
enterFromAddress();
render(<Page />, document.body);
