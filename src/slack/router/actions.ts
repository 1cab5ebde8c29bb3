import { z } from 'zod';
import { claimOf } from '../../platform/claims.js';
import type { ActionVisit, OnAction, Visit } from '../../platform/doors/doors.js';
import { refusalsFrom } from '../../platform/user-error.js';
import { respond } from '../answers/respond.js';
import { findByElement, type Held } from '../doors/open-doors.js';
import { type ActionPayload, actionPayload, chosen } from '../wire/actions.js';
import { words } from '../words/words.js';
import { attend } from './attend.js';
import { runCommand } from './commands.js';
import { openViewOf } from './open-view.js';
import { GO_ON, RUN_AGAIN, RUN_GUESS } from './own-actions.js';
import type { Reception, Request } from './reception.js';

const no = refusalsFrom(words);

/** A button, select, date picker or any other element that was used, acknowledged already. */
export async function onAction(reception: Reception, body: unknown): Promise<void> {
  const payload = actionPayload.parse(body);
  const [action] = payload.actions;
  const request = { ...requestOf(payload), arrival: reception.redraws.arrive() };
  if (action.action_id === RUN_AGAIN) return repeat(reception, request, payload);
  if (action.action_id === RUN_GUESS || action.action_id === GO_ON) return runMeant(reception, request, payload);
  const held = findByElement(reception.doors.actions, action.action_id);
  if (!held && !isOldButton(payload)) return;
  const opensForm = held?.desk.opensForm?.includes(held.name) ?? false;
  await attend(reception, { ...request, opensForm }, async (visit) => {
    if (!held) throw no('refused.staleButton');
    return runAction(held, visit, payload);
  });
}

function requestOf(payload: ActionPayload): Request {
  const { channel, container, view } = payload;
  const id = channel?.id ?? container.channel_id;
  return {
    door: `action ${payload.actions[0].action_id}`,
    key: payload.trigger_id,
    personId: payload.user.id,
    triggerId: payload.trigger_id,
    onHome: view?.type === 'home',
    ...(payload.response_url && { responseUrl: payload.response_url }),
    ...(id && { channel: { id, ...(channel?.name && { name: channel.name }) } }),
    ...(view && { view }),
  };
}

/** An input that nobody watches, or a link, has nothing to say; a button that does nothing must say so. */
const isOldButton = ({ actions: [action] }: ActionPayload): boolean => action.type === 'button' && !action.url;

function runAction(held: Held<OnAction>, visit: Visit, payload: ActionPayload) {
  const [action] = payload.actions;
  const values = chosen(action);
  const { view } = payload;
  const message = messageOf(payload);
  const detail: ActionVisit = {
    ...visit,
    actionId: action.action_id,
    blockId: action.block_id,
    value: values[0] ?? '',
    values,
    onHome: view?.type === 'home',
    ...(message && { message }),
    ...(view && view.type === 'modal' && { view: openViewOf(view) }),
  };
  return held.door(detail);
}

function messageOf({ container, channel, message }: ActionPayload): ActionVisit['message'] | undefined {
  const ts = container.message_ts ?? message?.ts;
  const where = container.channel_id ?? channel?.id;
  if (!ts || !where) return undefined;
  const threadTs = message?.thread_ts ?? container.thread_ts;
  return { channel: where, ts, isPrivate: container.is_ephemeral === true, ...(threadTs && { threadTs }) };
}

/** "Try again": the same request, with a trigger that is fresh. */
async function repeat(reception: Reception, request: Request, { actions: [action] }: ActionPayload): Promise<void> {
  const kept = reception.again.take(action.value ?? '', request.personId);
  if (!kept) return attend(reception, request, () => Promise.reject(no('late.gone')));
  const { key, triggerId, responseUrl } = request;
  await kept({ key, ...(triggerId && { triggerId }), ...(responseUrl && { responseUrl }) });
  await removeQuestion(request);
}

const meantValue = z.object({ command: z.string(), text: z.string().max(200) });

/** An answer to "did you mean": as if it had been typed, and on "no" as it was typed. */
async function runMeant(reception: Reception, request: Request, payload: ActionPayload): Promise<void> {
  const [action] = payload.actions;
  const meant = claimOf(meantValue, action.value ?? '');
  if (meant === null || !request.channel) return;
  const { command, text } = meant;
  const asTyped = action.action_id === GO_ON ? ({ kind: 'otherwise', text } as const) : undefined;
  const { channel } = request;
  await runCommand(reception, command, text, { ...request, channel }, asTyped);
  await removeQuestion(request);
}

/** The question was answered and need not stand there; if it can't be taken away, it does no harm. */
async function removeQuestion({ responseUrl }: Request): Promise<void> {
  if (responseUrl) await respond(responseUrl, { text: '', delete_original: true }).catch(() => undefined);
}
