import type { ModalView } from '@slack/types';
import type { Note } from '../../platform/doors/doors.js';
import type { Attended, Reception } from '../router/reception.js';
import type { ViewPayload } from '../wire/payloads.js';
import { withBanner } from './refill.js';
import { respond } from './respond.js';
import { noticeView } from './views.js';

/** Tells one person something where they are, or else in a direct message. */
export async function tell({ client, log }: Reception, request: Attended, { text, blocks }: Note): Promise<void> {
  const note = { text, ...(blocks && { blocks }) };
  if (request.responseUrl) {
    try {
      return await respond(request.responseUrl, note);
    } catch (error) {
      // Used up or half an hour old: the person is told all the same.
      log.warn({ door: request.door, error: error instanceof Error ? error.name : 'unknown' }, 'response_url failed');
    }
  }
  if (request.channel && !request.view) {
    try {
      await client.chat.postEphemeral({ channel: request.channel.id, user: request.personId, ...note });
      return;
    } catch {
      // The bot isn't in that conversation.
    }
  }
  await client.chat.postMessage({ channel: request.personId, ...note });
}

/** Says no, or sorry, at the very place: in the form that is open, as a small form, or in the conversation. */
export async function tellPlainly(reception: Reception, request: Attended, sentence: string): Promise<void> {
  const shown = await showInForm(reception, request, sentence);
  if (!shown) await tell(reception, request, { text: sentence });
}

/** A sentence is said also where the form has changed since; there it would cover a newer answer, and is a message. */
function showBanner(reception: Reception, request: Attended, view: ViewPayload, sentence: string): Promise<boolean> {
  const { redraws, client } = reception;
  return redraws.draw(view, request.arrival ?? redraws.arrive(), async () => {
    const drawn = await client.views.update({ view_id: view.id, view: withBanner(view, sentence) });
    return drawn.view?.hash;
  });
}

async function showInForm(reception: Reception, request: Attended, sentence: string): Promise<boolean> {
  const { client } = reception;
  const { waitingView, view, onHome, responseUrl, triggerId, language } = request;
  const notice = (): ModalView => noticeView(language, { text: sentence });
  try {
    if (waitingView) await client.views.update({ view_id: waitingView, view: notice() });
    else if (view && !onHome) return await showBanner(reception, request, view, sentence);
    else if (!responseUrl && triggerId) await client.views.open({ trigger_id: triggerId, view: notice() });
    else return false;
    return true;
  } catch {
    // Closed meanwhile, or too late for a form.
    return false;
  }
}
