import type { PostRoom } from '../delivery/post-room.js';
import type { World } from '../world.js';

/** What interactions need: the workspace, and a way to the app. */
export interface Desk {
  world: World;
  post: PostRoom;
}
