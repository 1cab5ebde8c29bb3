import type { Pick } from '../text/slack.js';

/** Text as it is typed, with what was picked from completions. */
export interface Written {
  text: string;
  picks: Pick[];
}
