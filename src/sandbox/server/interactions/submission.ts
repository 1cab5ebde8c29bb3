import { z } from 'zod';
import type { Outcome } from '../../protocol.js';
import { checkView, type ViewArg } from '../blocks/view.js';
import { refuse } from '../refusal.js';
import { viewShape } from '../shapes/view.js';
import type { StoredView, Values } from '../state/state.js';
import { say } from '../words/say.js';
import { closeFrom, findView, maxModals, modalsOf, pushModal, updateView } from '../workspace/modals.js';
import { elementsOf, keptValues } from '../workspace/view-values.js';
import type { World } from '../world.js';
import { common } from './common.js';
import type { Desk } from './desk.js';
import { handInFiles } from './handed-in.js';
import { faultsOfInput } from './input-checks.js';

type Submitted = Outcome<{ errors?: Record<string, string>; closed: boolean }>;

function needModal(world: World, user: string, id: string): StoredView {
  const view = findView(world, { viewId: id });
  return view?.owner === user && view.type === 'modal' ? view : refuse('view_not_found');
}

/** A person sends a form. What they can put right themselves doesn't reach the app. */
export async function submitModal(desk: Desk, user: string, viewId: string, values: Values): Promise<Submitted> {
  const { world } = desk;
  const view = needModal(world, user, viewId);
  view.values = keptValues(view.blocks, values);
  const faults = faultsOfInput(world, user, view);
  if (Object.keys(faults).length > 0) return { ok: true, errors: faults, closed: false };
  handInFiles(world, user, view);
  const payload = {
    type: 'view_submission',
    ...common(world, user),
    trigger_id: world.triggers.give(user, view.id),
    view: viewShape(world, view),
    response_urls: responseUrls(world, user, view),
  };
  const reply = await desk.post.ask({ kind: 'interactive', payload }, `view_submission ${view.callbackId}`);
  if (!reply.ok) return trouble(world, user);
  return answerForm(desk, user, view, reply.body);
}

const trouble = (world: World, user: string): Submitted => ({ ok: false, error: say(world, user, 'form-trouble') });

const answers = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

/** What the app wants to become of the form. */
function answerForm(desk: Desk, user: string, view: StoredView, body: unknown): Submitted {
  const { world } = desk;
  if (isNothing(body)) return closeOne(desk, view);
  const read = answers.safeParse(body);
  if (!read.success) return trouble(world, user);
  const answer = read.data;
  switch (answer.response_action) {
    case 'errors':
      return knowsItsBlocks(view, answer.errors)
        ? { ok: true, errors: answer.errors, closed: false }
        : trouble(world, user);
    case 'clear':
      return clearAll(desk, user);
    case 'update':
      if (checkView(answer.view, 'modal').length > 0) return trouble(world, user);
      updateView(world, view, answer.view as ViewArg);
      return { ok: true, closed: false };
    case 'push':
      if (checkView(answer.view, 'modal').length > 0 || modalsOf(world, user).length >= maxModals)
        return trouble(world, user);
      pushModal(world, user, answer.view as ViewArg);
      return { ok: true, closed: false };
  }
}

const isNothing = (body: unknown) =>
  body === null || body === '' || (typeof body === 'object' && body !== null && Object.keys(body).length === 0);

/** Errors must stand at input blocks that are there. */
function knowsItsBlocks(view: StoredView, errors: Record<string, string>): boolean {
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id));
  return Object.keys(errors).length > 0 && Object.keys(errors).every((id) => inputs.has(id));
}

/** Sent: this form goes, and the one below shows again. The app may have changed the stack meanwhile. */
function closeOne({ world }: Desk, view: StoredView): Submitted {
  closeFrom(world, view);
  return { ok: true, closed: true };
}

function clearAll({ world }: Desk, user: string): Submitted {
  const [lowest] = modalsOf(world, user);
  if (lowest) closeFrom(world, lowest);
  return { ok: true, closed: true };
}

/** A person closes one form, or all. The app hears of it where it asked to. */
export function closeModal(desk: Desk, user: string, viewId: string, all: boolean): Outcome {
  const { world } = desk;
  const view = needModal(world, user, viewId);
  const [lowest] = modalsOf(world, user);
  const whole = all || view.clearOnClose;
  const closed = closeFrom(world, whole && lowest ? lowest : view);
  for (const one of closed.filter((each) => each.notifyOnClose)) tellClosed(desk, user, one, whole);
  return { ok: true };
}

function tellClosed({ world, post }: Desk, user: string, view: StoredView, isCleared: boolean): void {
  const payload = { type: 'view_closed', ...common(world, user), view: viewShape(world, view), is_cleared: isCleared };
  void post.ask({ kind: 'interactive', payload }, `view_closed ${view.callbackId}`);
}

/** Channels chosen in a form whose element asks for it come with a way to write there. */
function responseUrls(world: World, user: string, view: StoredView) {
  return elementsOf(view.blocks).flatMap(({ block, element }) => {
    if (element.response_url_enabled !== true || block.type !== 'input') return [];
    const value = view.values[block.block_id ?? '']?.[element.action_id ?? ''];
    const channel = value?.selected_conversation ?? value?.selected_channel;
    if (typeof channel !== 'string') return [];
    const response_url = world.responseUrls.give('actions', { user, channel, source: null });
    return [{ block_id: block.block_id, action_id: element.action_id, channel_id: channel, response_url }];
  });
}
