import type { ModalView } from '@slack/types';
import type { Answer, Note } from '../../platform/doors/doors.js';
import { readableText } from '../../platform/mrkdwn.js';
import { AlreadyHandled, refusalsFrom, UserError } from '../../platform/user-error.js';
import { within } from '../../platform/within.js';
import { languages } from '../../platform/words/words.js';
import { inputsOf, withBanner } from '../answers/refill.js';
import { tell } from '../answers/tell.js';
import { doneView, workingView } from '../answers/views.js';
import { faultOf, sentenceFor } from '../errors.js';
import { refusalCode } from '../trouble.js';
import { formPayload, type ViewPayload } from '../wire/payloads.js';
import { words } from '../words/words.js';
import { attend, served, welcome } from './attend.js';
import { openViewOf } from './open-view.js';
import type { Attended, Reception, Request } from './reception.js';

const no = refusalsFrom(words);

/** How Slack is answered when a form was sent. */
export type FormReply =
  | { response_action: 'clear' }
  | { response_action: 'update' | 'push'; view: ModalView }
  | { response_action: 'errors'; errors: Record<string, string> };

/** What came of a form. `again`: it stays open and may be sent once more. */
interface Ending {
  reply?: FormReply;
  /** For the form underneath, once this one is closed. */
  beneath?: ModalView;
  say?: Note;
  again?: true;
}

type Acknowledge = (reply?: FormReply) => Promise<void>;

/** A form that was sent: the acknowledgement carries the result, or says that it takes longer. */
export async function onForm(reception: Reception, body: unknown, ack: Acknowledge): Promise<void> {
  const { user, view } = formPayload.parse(body);
  const key = `${view.id}/${view.hash}`;
  const request: Request = { door: `form ${view.callback_id}`, key, personId: user.id, view };
  const attended: Attended = { ...request, person: null, language: languages[0] };
  await served(reception, request.door, async () => {
    const isRepeated = reception.repetitions.isKnown(key);
    const work = () => reception.inTurn(() => decide(reception, attended, view));
    const ended = reception.repetitions.once(key, work, (ending) => !ending.again);
    const isLate = await acknowledge(reception, attended, ended, ack);
    if (!isRepeated) await finish(reception, attended, await ended, isLate);
  });
}

/** True when Slack couldn't be kept waiting, so that the result must be shown afterwards. */
async function acknowledge(
  reception: Reception,
  { language, door }: Attended,
  ended: Promise<Ending>,
  ack: Acknowledge,
): Promise<boolean> {
  const ending = await outcomeInTime(reception, ended);
  try {
    await ack(ending ? ending.reply : { response_action: 'update', view: workingView(language) });
    return ending === undefined;
  } catch (error) {
    reception.log.warn({ door, fault: faultOf(error) }, 'a form could not be acknowledged');
    return true;
  }
}

/** What came of it, unless Slack can't be kept waiting. While many wait for their turn, the patience is short. */
async function outcomeInTime({ patience, drain }: Reception, ended: Promise<Ending>): Promise<Ending | undefined> {
  const { formMs, busyFormMs, busyFrom } = patience;
  for (let left = formMs; left > 0; left -= busyFormMs) {
    const ending = await within(Math.min(left, busyFormMs), ended);
    if (ending || drain.inFlight > busyFrom) return ending;
  }
  return undefined;
}

/** Does what the desk decides. Never throws: a refusal is an ending like any other. */
async function decide(reception: Reception, attended: Attended, view: ViewPayload): Promise<Ending> {
  try {
    const visit = await welcome(reception, attended);
    const held = reception.doors.forms.get(view.callback_id);
    if (!held) throw no('refused.staleForm');
    return endingOf(view, await held.door({ ...visit, view: openViewOf(view) }));
  } catch (error) {
    if (error instanceof AlreadyHandled) return {};
    const field = error instanceof UserError ? error.field : undefined;
    const sentence = sentenceFor(reception, attended, error);
    return stayOpen(view, { [field ?? '']: sentence });
  }
}

function endingOf(view: ViewPayload, answer: Answer = {}): Ending {
  const say = answer.say && { say: answer.say };
  if (answer.errors) return { ...stayOpen(view, answer.errors), ...say };
  if (answer.beneath && view.previous_view_id) return { beneath: answer.beneath, ...say };
  const next = answer.update ?? answer.open ?? answer.beneath;
  if (next) return { reply: { response_action: 'update', view: next }, ...say };
  // The form underneath stays as it was and can be sent again.
  if (answer.push) return { reply: { response_action: 'push', view: answer.push }, again: true, ...say };
  return answer.close === 'all' ? { reply: { response_action: 'clear' }, ...say } : { ...say };
}

/** At the fields, where they are fields; else on top of the form, with all that was typed still in it. */
function stayOpen(view: ViewPayload, errors: Record<string, string>): Ending {
  const inputs = inputsOf(view);
  const isAtFields = Object.keys(errors).every((field) => inputs.has(field));
  if (!isAtFields) {
    const banner = withBanner(view, Object.values(errors).join('\n'));
    return { reply: { response_action: 'update', view: banner }, again: true };
  }
  // Fields show text as it is, without mrkdwn.
  const plain = Object.entries(errors).map(([field, sentence]) => [field, readableText(sentence)]);
  return { reply: { response_action: 'errors', errors: Object.fromEntries(plain) }, again: true };
}

async function finish(reception: Reception, attended: Attended, ending: Ending, isLate: boolean): Promise<void> {
  try {
    if (isLate) await showLate(reception, attended, ending);
    if (ending.beneath) await showBeneath(reception, attended, ending.beneath);
    if (ending.say) await tell(reception, withoutForm(attended), ending.say);
  } catch (error) {
    const { door } = attended;
    reception.log.error({ door, fault: faultOf(error) }, 'what came of a form could not be shown');
  }
}

/** The form says "still working": what came of it takes that place, or a message does if it was closed. */
async function showLate(reception: Reception, attended: Attended, { reply }: Ending): Promise<void> {
  const { view, language } = attended;
  if (!view) return;
  try {
    await reception.client.views.update({ view_id: view.id, view: lateView(view, reply) ?? doneView(language) });
  } catch (error) {
    if (reply?.response_action === 'errors') {
      return tell(reception, withoutForm(attended), { text: Object.values(reply.errors).join('\n') });
    }
    if (reply?.response_action !== undefined && reply.response_action !== 'clear') throw error;
  }
}

/** Where the form underneath was closed meanwhile, there is nothing to be shown. */
async function showBeneath(reception: Reception, { view }: Attended, beneath: ModalView): Promise<void> {
  if (!view?.previous_view_id) return;
  try {
    await reception.client.views.update({ view_id: view.previous_view_id, view: beneath });
  } catch (error) {
    if (refusalCode(error) !== 'not_found') throw error;
  }
}

function lateView(view: ViewPayload, reply: FormReply | undefined): ModalView | undefined {
  if (!reply || reply.response_action === 'clear') return undefined;
  if (reply.response_action === 'errors') return withBanner(view, Object.values(reply.errors).join('\n'));
  return reply.view;
}

/** A submission says nothing of where the person is, so they are told in a direct message. */
const withoutForm = ({ view: _closed, ...request }: Attended): Attended => request;

/** A form that was closed without being sent. Slack waits for nothing here. */
export async function onClosed(reception: Reception, body: unknown): Promise<void> {
  const { user, view } = formPayload.parse(body);
  const held = reception.doors.closed.get(view.callback_id);
  if (!held) return;
  const request: Request = {
    door: `closed ${view.callback_id}`,
    key: `${view.id}/${view.hash}/closed`,
    personId: user.id,
  };
  await attend(reception, request, (visit) => held.door({ ...visit, view: openViewOf(view) }));
}
