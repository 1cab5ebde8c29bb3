import type { StoredView } from '../state/state.js';
import type { World } from '../world.js';

/** A view as `views.open` answers it and interactions carry it. */
export function viewShape(world: World, view: StoredView) {
  return {
    id: view.id,
    team_id: world.state.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.values },
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
