import type { OpenView } from '../../platform/doors/doors.js';
import type { ViewPayload } from '../wire/payloads.js';

export const openViewOf = (view: ViewPayload): OpenView => ({
  id: view.id,
  hash: view.hash,
  callbackId: view.callback_id,
  privateMetadata: view.private_metadata,
  values: view.state.values,
  blocks: view.blocks,
  ...(view.previous_view_id && { previousViewId: view.previous_view_id }),
});
