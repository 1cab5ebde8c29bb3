import { DESK } from './settings.js';

/** Names on the wire of what is said by the calendar. */
export const messageIds = {
  view: `${DESK}.messages`,
  form: `${DESK}.message-form`,
  add: `${DESK}.message-add`,
  edit: `${DESK}.message-edit`,
  redraw: `${DESK}.message-redraw`,
  pause: `${DESK}.message-pause`,
  preview: `${DESK}.message-preview`,
  sendNow: `${DESK}.message-send-now`,
  remove: `${DESK}.message-remove`,
} as const;

export const messageFields = {
  channel: 'channel',
  text: 'text',
} as const;
