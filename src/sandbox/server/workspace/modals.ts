import type { ViewArg } from '../blocks/view.js';
import { newId, newSecret } from '../state/ids.js';
import type { StoredView } from '../state/state.js';
import { announce, type World } from '../world.js';
import { keptValues, withBlockIds } from './view-values.js';

export const maxModals = 3;

export const modalsOf = (world: World, user: string): StoredView[] => world.state.modals[user] ?? [];

export function findView(
  world: World,
  wanted: { viewId?: string | undefined; externalId?: string | undefined },
): StoredView | undefined {
  const all = [...Object.values(world.state.modals).flat(), ...Object.values(world.state.homes)];
  return all.find((view) =>
    wanted.viewId !== undefined
      ? view.id === wanted.viewId
      : wanted.externalId !== '' && view.externalId === wanted.externalId,
  );
}

const newHash = (world: World) => `${world.clock.seconds()}.${newSecret(4)}`;

function viewFrom(world: World, owner: string, arg: ViewArg, previous: StoredView | null): StoredView {
  const id = newId('V');
  const blocks = withBlockIds(arg.blocks);
  return {
    id,
    owner,
    type: arg.type,
    title: arg.title ?? null,
    submit: arg.submit ?? null,
    close: arg.close ?? null,
    blocks,
    callbackId: arg.callback_id ?? '',
    privateMetadata: arg.private_metadata ?? '',
    externalId: arg.external_id ?? '',
    hash: newHash(world),
    rootId: previous?.rootId ?? id,
    previousId: previous?.id ?? null,
    clearOnClose: arg.clear_on_close ?? false,
    notifyOnClose: arg.notify_on_close ?? false,
    submitDisabled: arg.submit_disabled ?? false,
    values: keptValues(blocks, {}),
  };
}

/** Opens a modal; what the person had open before goes. */
export function openModal(world: World, owner: string, arg: ViewArg): StoredView {
  const [lowest] = modalsOf(world, owner);
  if (lowest) closeFrom(world, lowest);
  return pushModal(world, owner, arg);
}

export function pushModal(world: World, owner: string, arg: ViewArg): StoredView {
  const stack = modalsOf(world, owner);
  const view = viewFrom(world, owner, arg, stack.at(-1) ?? null);
  world.state.modals[owner] = [...stack, view];
  announce(world, { type: 'view_opened', view });
  return view;
}

/** Gives a view new contents. What was filled in stays where block and action are the same. */
export function updateView(world: World, view: StoredView, arg: ViewArg): StoredView {
  const fresh = viewFrom(world, view.owner, arg, null);
  const values = keptValues(fresh.blocks, view.values);
  Object.assign(view, { ...fresh, id: view.id, rootId: view.rootId, previousId: view.previousId, values });
  announce(world, { type: view.type === 'home' ? 'home_published' : 'view_updated', view });
  return view;
}

/** Closes a modal and those above it. Returns what was closed, topmost first. */
export function closeFrom(world: World, view: StoredView): StoredView[] {
  const stack = modalsOf(world, view.owner);
  const at = stack.indexOf(view);
  if (at < 0) return [];
  const left = stack.slice(0, at);
  if (left.length > 0) world.state.modals[view.owner] = left;
  else delete world.state.modals[view.owner];
  announce(world, { type: 'view_closed', viewId: view.id, owner: view.owner });
  return stack.slice(at).reverse();
}

export function publishHome(world: World, owner: string, arg: ViewArg): StoredView {
  const before = world.state.homes[owner];
  if (before) return updateView(world, before, arg);
  const view = viewFrom(world, owner, arg, null);
  world.state.homes[owner] = view;
  announce(world, { type: 'home_published', view });
  return view;
}
