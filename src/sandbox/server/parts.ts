import { type Faults, keepFaults } from './api/faults.js';
import { keepRates, noLimits, type Rates } from './api/rates.js';
import { type HttpLine, httpLine } from './delivery/http-line.js';
import type { Line } from './delivery/line.js';
import { openPostRoom, type PostRoom } from './delivery/post-room.js';
import { type SocketLine, socketLine } from './delivery/socket-line.js';
import { keepPagesLive, type LivePages } from './page/live.js';
import type { SandboxOptions } from './sandbox.js';
import type { Keeper } from './state/keeper.js';
import { keepTraffic, type Traffic } from './traffic.js';
import { followClock, followNews, openWorld } from './workspace.js';
import { announce, type World } from './world.js';

/** Everything that a running workspace consists of, but its address. */
export interface Parts {
  options: SandboxOptions;
  world: World;
  keeper: Keeper;
  traffic: Traffic;
  socket: SocketLine;
  http: HttpLine;
  /** The one of the two that is in use. */
  line: Line;
  post: PostRoom;
  pages: LivePages;
  faults: Faults;
  rates: Rates;
  delivery(): { kind: 'socket' | 'http'; connected: boolean };
  appChanged(): void;
  close(): Promise<void>;
}

export function assemble(options: SandboxOptions, address: () => string): Parts {
  const { world, keeper } = openWorld(options, address);
  const traffic = keepTraffic(world.news, world.clock.now);
  const appChanged = () => announce(world, { type: 'app_changed' });
  const lines = linesTo(options, world, appChanged);
  const post = openPostRoom(lines.line, traffic, options.retryTimeScale ?? 1);
  const delivery = () => ({ kind: options.delivery, connected: lines.line.connected() });
  const pages = keepPagesLive({ world, delivery });
  followNews(world, keeper, post);
  world.news.listen(pages.tell);
  const stopClock = followClock(world);
  const rates = options.limits === false ? noLimits : keepRates();
  const close = async () => {
    stopClock();
    post.close();
    pages.close();
    await Promise.all([lines.socket.close(), lines.http.close()]);
    keeper.touched(world.state);
    keeper.close();
  };
  return {
    options,
    world,
    keeper,
    traffic,
    ...lines,
    post,
    pages,
    faults: keepFaults(),
    rates,
    delivery,
    appChanged,
    close,
  };
}

function linesTo(options: SandboxOptions, world: World, onChange: () => void) {
  const { forAnswers } = world.patience;
  const socket = socketLine(() => world.state.app.id, onChange, forAnswers);
  const http = httpLine(() => world.state.app.signingSecret, options.requestUrl ?? null, forAnswers);
  const line: Line = options.delivery === 'socket' ? socket : http;
  return { socket, http, line };
}
