import { fileShape } from '../shapes/file.js';
import type { StoredView } from '../state/state.js';
import { elementsOf } from '../workspace/view-values.js';
import type { World } from '../world.js';

/** Files in a form come to the app whole, and it may read them from then on. Somebody else's can't be handed in. */
export function handInFiles(world: World, user: string, view: StoredView): void {
  for (const { block, element } of elementsOf(view.blocks)) {
    const value = view.values[block.block_id ?? '']?.[element.action_id ?? ''];
    if (element.type !== 'file_input' || !Array.isArray(value?.files)) continue;
    const files = value.files.map(({ id }: { id: string }) => world.state.files[id]);
    value.files = files.flatMap((file) => {
      if (!file || file.deleted || file.user !== user) return [];
      file.isHandedIn = true;
      return [fileShape(world, file)];
    });
  }
}
