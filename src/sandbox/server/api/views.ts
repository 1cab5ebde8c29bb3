import { z } from 'zod';
import { checkView, type ViewArg } from '../blocks/view.js';
import { refuse } from '../refusal.js';
import { viewShape } from '../shapes/view.js';
import type { StoredView } from '../state/state.js';
import { findView, maxModals, modalsOf, openModal, publishHome, pushModal, updateView } from '../workspace/modals.js';
import type { World } from '../world.js';
import { json, text } from './args.js';
import { method } from './method.js';

const triggerErrors = ['invalid_trigger_id', 'expired_trigger_id', 'exchanged_trigger_id'] as const;
const largest = 250 * 1024;

/** A view that Slack would take. */
function needView(world: World, given: unknown, type: 'modal' | 'home', itself?: StoredView): ViewArg {
  if (typeof given !== 'object' || given === null)
    return refuse('invalid_arguments', ['[ERROR] missing required field: view [json-pointer:/]']);
  if (Buffer.byteLength(JSON.stringify(given)) > largest) refuse('view_too_large');
  const faults = checkView(given, type);
  if (faults.length > 0) refuse('invalid_arguments', faults);
  const view = given as ViewArg;
  const same = view.external_id ? findView(world, { externalId: view.external_id }) : undefined;
  if (same && same !== itself) refuse('duplicate_external_id');
  return view;
}

function exchange(world: World, id: string | undefined) {
  if (!id) return refuse('invalid_arguments', ['[ERROR] missing required field: trigger_id [json-pointer:/]']);
  const exchanged = world.triggers.exchange(id);
  return 'error' in exchanged ? refuse(exchanged.error) : exchanged.trigger;
}

const shown = (world: World, view: StoredView) => ({ view: viewShape(world, view) });

const viewArgs = { view: json.optional() };
const onTrigger = { ...viewArgs, trigger_id: text.optional(), interactivity_pointer: text.optional() };

const open = method(
  {
    name: 'views.open',
    scopes: [],
    tier: 4,
    errors: [...triggerErrors, 'view_too_large', 'duplicate_external_id'],
    args: z.object(onTrigger),
  },
  (world, args) => {
    const view = needView(world, args.view, 'modal');
    const { user } = exchange(world, args.trigger_id ?? args.interactivity_pointer);
    return shown(world, openModal(world, user, view));
  },
);

const push = method(
  {
    name: 'views.push',
    scopes: [],
    tier: 4,
    errors: [...triggerErrors, 'view_too_large', 'duplicate_external_id', 'push_limit_reached', 'not_found'],
    args: z.object(onTrigger),
  },
  (world, args) => {
    const view = needView(world, args.view, 'modal');
    const { user, viewId } = exchange(world, args.trigger_id ?? args.interactivity_pointer);
    const stack = modalsOf(world, user);
    if (viewId === null || !stack.some((one) => one.id === viewId)) refuse('not_found');
    if (stack.length >= maxModals) refuse('push_limit_reached');
    return shown(world, pushModal(world, user, view));
  },
);

const update = method(
  {
    name: 'views.update',
    scopes: [],
    tier: 4,
    errors: ['not_found', 'hash_conflict', 'view_too_large', 'duplicate_external_id'],
    args: z.object({ ...viewArgs, view_id: text.optional(), external_id: text.optional(), hash: text.optional() }),
  },
  (world, args) => {
    if (!args.view_id && !args.external_id)
      refuse('invalid_arguments', ['[ERROR] missing required field: view_id [json-pointer:/]']);
    const found = findView(world, { viewId: args.view_id, externalId: args.external_id }) ?? refuse('not_found');
    const view = needView(world, args.view, found.type, found);
    if (args.hash && args.hash !== found.hash) refuse('hash_conflict');
    return shown(world, updateView(world, found, view));
  },
);

const publish = method(
  {
    name: 'views.publish',
    scopes: [],
    tier: 4,
    errors: ['not_enabled', 'hash_conflict', 'view_too_large', 'duplicate_external_id'],
    args: z.object({ ...viewArgs, user_id: text, hash: text.optional() }),
  },
  (world, args) => {
    if (!world.manifest.homeTab) refuse('not_enabled');
    const person = world.state.people[args.user_id];
    if (!person || person.isBot) refuse('invalid_arguments', ['invalid `user_id`']);
    const before = world.state.homes[args.user_id];
    const view = needView(world, args.view, 'home', before);
    if (args.hash && before && args.hash !== before.hash) refuse('hash_conflict');
    return shown(world, publishHome(world, args.user_id, view));
  },
);

export const views = [open, push, update, publish];
