import type { MessageView, PersonView } from '../../protocol.js';
import { people } from '../store/people.js';
import { app } from '../store/session.js';

/** Who wrote it. What carries only a bot's id was written by the app. */
export const authorPerson = (message: MessageView): PersonView | undefined =>
  people.value.get(message.user ?? (message.bot_id ? (app.value?.bot_user_id ?? '') : ''));
