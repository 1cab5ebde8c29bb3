import type { Manifest } from './manifest.js';
import type { AnyNews, Newsroom } from './news.js';
import type { Patience } from './patience.js';
import type { Clock } from './state/clock.js';
import type { State } from './state/state.js';
import type { FileShelf } from './workspace/file-shelf.js';
import type { ResponseUrls } from './workspace/response-urls.js';
import type { Triggers } from './workspace/triggers.js';
import type { Whispers } from './workspace/whispers.js';

/** What every part of the sandbox stands on: the workspace's state, its time, and a way to tell what happened. */
export interface World {
  state: State;
  clock: Clock;
  manifest: Manifest;
  news: Newsroom;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  whispers: Whispers;
  shelf: FileShelf;
  patience: Patience;
  /** Where this workspace is reached, without a slash at the end. */
  address(): string;
}

/** Tells everyone who listens, and has the state saved. */
export function announce(world: World, news: AnyNews): void {
  world.news.publish(news);
}
