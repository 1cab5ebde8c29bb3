import type { ModalView } from '@slack/types';
import type { Answer } from '../../platform/doors/doors.js';
import type { Attended, Reception } from '../router/reception.js';
import { refusalCode } from '../trouble.js';
import { withBanner } from './refill.js';
import { respond } from './respond.js';
import { tell } from './tell.js';
import { doneView, noticeView } from './views.js';

/** Slack no longer lets us open a form for this request. */
export class TooLateForForm extends Error {
  override name = 'TooLateForForm';
}

const tooLate = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id']);

/** Shows the person what a desk answered. Submissions of forms have a way of their own, in `router/forms`. */
export async function carry(reception: Reception, request: Attended, answer: Answer): Promise<void> {
  if (request.waitingView) return carryIntoWaiting(reception, request, request.waitingView, answer);
  if (answer.open) await openForm(reception, request, answer.open);
  if (answer.push) await pushForm(reception, request, answer.push);
  const view = viewInstead(request, answer);
  if (view) await updateForm(reception, request, view);
  if (answer.replace) await replaceMessage(reception, request, answer.replace);
  if (answer.say) await tell(reception, request, answer.say);
}

/** A loading form stands open: what was answered goes into it. */
async function carryIntoWaiting(
  reception: Reception,
  request: Attended,
  viewId: string,
  answer: Answer,
): Promise<void> {
  const { language } = request;
  const form = answer.open ?? answer.push ?? answer.update;
  const view = form ?? (answer.say ? noticeView(language, answer.say) : doneView(language));
  await reception.client.views.update({ view_id: viewId, view });
  if (form && answer.say) await tell(reception, request, answer.say);
  if (answer.replace) await replaceMessage(reception, request, answer.replace);
}

/** A button can't close a form or mark its fields in Slack, so the form says it. */
function viewInstead({ view, language }: Attended, { update, errors, close }: Answer): ModalView | undefined {
  if (update) return update;
  if (errors && view) return withBanner(view, Object.values(errors).join('\n'));
  return close && view ? doneView(language) : undefined;
}

async function openForm(reception: Reception, request: Attended, view: ModalView): Promise<void> {
  if (request.view && !request.onHome) return pushForm(reception, request, view);
  await withTrigger(request, (trigger_id) => reception.client.views.open({ trigger_id, view }));
}

async function pushForm(reception: Reception, request: Attended, view: ModalView): Promise<void> {
  await withTrigger(request, (trigger_id) => reception.client.views.push({ trigger_id, view }));
}

async function withTrigger({ triggerId }: Attended, call: (trigger: string) => Promise<unknown>): Promise<void> {
  if (!triggerId) throw new TooLateForForm();
  try {
    await call(triggerId);
  } catch (error) {
    if (tooLate.has(refusalCode(error) ?? '')) throw new TooLateForForm();
    throw error;
  }
}

/** The form shows something newer, or was sent or closed meanwhile: there is nothing left to be drawn. */
const overtaken = new Set(['hash_conflict', 'not_found']);

/** An older answer never covers a newer one: `Redraws` sees to it here, and the hash where another process drew it. */
async function updateForm(reception: Reception, request: Attended, view: ModalView): Promise<void> {
  const { view: open, arrival = reception.redraws.arrive() } = request;
  if (!open) return;
  try {
    await reception.redraws.draw(open, arrival, async (hash) => {
      const drawn = await reception.client.views.update({ view_id: open.id, ...(hash && { hash }), view });
      return drawn.view?.hash;
    });
  } catch (error) {
    if (!overtaken.has(refusalCode(error) ?? '')) throw error;
  }
}

async function replaceMessage(
  reception: Reception,
  request: Attended,
  note: NonNullable<Answer['replace']>,
): Promise<void> {
  if (request.responseUrl) await respond(request.responseUrl, { ...note, replace_original: true });
  else await tell(reception, request, note);
}
