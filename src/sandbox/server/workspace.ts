import { found } from '../company/found.js';
import { postDue } from './api/scheduled.js';
import { eventsOf } from './delivery/events.js';
import type { PostRoom } from './delivery/post-room.js';
import { eventPayload, isSubscribed } from './delivery/subscriptions.js';
import { readManifest } from './manifest.js';
import { type AnyNews, openNewsroom } from './news.js';
import { keepPatience } from './patience.js';
import type { SandboxOptions } from './sandbox.js';
import { clockOf } from './state/clock.js';
import { type Keeper, keepIn } from './state/keeper.js';
import { openShelf } from './workspace/file-shelf.js';
import { keepResponseUrls } from './workspace/response-urls.js';
import { keepTriggers } from './workspace/triggers.js';
import { keepWhispers } from './workspace/whispers.js';
import { announce, type World } from './world.js';

/** The workspace from disk, or a new one with its company. */
export function openWorld(options: SandboxOptions, address: () => string): { world: World; keeper: Keeper } {
  const keeper = keepIn(options.folder);
  const manifest = readManifest(options.manifestPath);
  const state = keeper.load() ?? found(options.company ?? 'demo', manifest, Date.now(), null);
  const news = openNewsroom();
  const patience = keepPatience(options);
  const world: World = {
    state,
    clock: clockOf(() => world.state),
    manifest,
    news,
    triggers: keepTriggers(patience.forTriggers),
    responseUrls: keepResponseUrls(address, () => world.state.team.id),
    whispers: keepWhispers(),
    shelf: openShelf(keeper.filesFolder),
    patience,
    address,
  };
  keeper.touched(world.state);
  return { world, keeper };
}

/** The company anew. The app stays installed with the tokens it has. */
export function resetWorld(world: World): void {
  world.state = found(world.state.company, world.manifest, Date.now(), world.state.app);
  world.whispers.clear();
  announce(world, { type: 'reset' });
  announce(world, { type: 'clock_moved' });
}

const passing = new Set<AnyNews['type']>(['traffic', 'notice', 'app_changed']);

/** Keeps what changed, and tells the app of what it asked to hear. */
export function followNews(world: World, keeper: Keeper, post: PostRoom): void {
  world.news.listen((news) => {
    if (!passing.has(news.type)) keeper.touched(world.state);
    for (const heard of eventsOf(world, news)) {
      if (isSubscribed(world, heard)) post.mail(eventPayload(world, heard));
    }
  });
}

/** What happens by the workspace's clock: scheduled messages are posted, statuses clear themselves. */
export function followClock(world: World): () => void {
  const look = () => {
    postDue(world);
    clearStatuses(world);
  };
  const ticking = setInterval(look, 1000).unref();
  const stop = world.clock.onMove(() => {
    announce(world, { type: 'clock_moved' });
    look();
  });
  return () => {
    clearInterval(ticking);
    stop();
  };
}

function clearStatuses(world: World): void {
  const now = world.clock.seconds();
  for (const person of Object.values(world.state.people)) {
    if (person.statusExpiration === 0 || person.statusExpiration > now) continue;
    Object.assign(person, { statusText: '', statusEmoji: '', statusExpiration: 0, updated: now });
    announce(world, { type: 'person_changed', person });
  }
}
