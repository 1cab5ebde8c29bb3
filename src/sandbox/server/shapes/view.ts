import type { StoredView, Values } from '../state/state.js';
import type { World } from '../world.js';
import { fileShape } from './file.js';

/** A view as `views.open` answers it and interactions carry it. */
export function viewShape(world: World, view: StoredView) {
  return {
    id: view.id,
    team_id: world.state.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: withFiles(world, view.values) },
    hash: view.hash,
    title: view.title,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.state.app.id,
    external_id: view.externalId,
    app_installed_team_id: world.state.team.id,
    bot_id: world.state.app.botId,
  };
}

/** The page knows of a file what it shows; the app gets it as `files.info` would give it. */
function withFiles(world: World, values: Values): Values {
  const blocks = Object.entries(values).map(([block, actions]) => {
    const shaped = Object.entries(actions).map(([action, value]) => [
      action,
      Array.isArray(value.files) ? { ...value, files: filesOf(world, value.files) } : value,
    ]);
    return [block, Object.fromEntries(shaped)];
  });
  return Object.fromEntries(blocks);
}

const filesOf = (world: World, files: { id?: unknown }[]) =>
  files
    .map(({ id }) => world.state.files[String(id)])
    .filter((file) => file !== undefined)
    .map((file) => fileShape(world, file));
