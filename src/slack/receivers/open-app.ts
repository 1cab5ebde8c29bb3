import type { Clock } from '../../platform/time.js';
import { clientOptions } from '../client.js';
import { boltLogger, type Log } from '../log.js';
import type { Reach, SlackSettings } from '../reach.js';
import type { Reception } from '../router/reception.js';
import { openRoutes } from '../router/routes.js';
import { type HookParts, hookRoutes } from './hooks.js';
import { SignedHttp } from './http.js';
import { OfficeApp, type OnAcknowledged } from './office-app.js';
import { TwoLines } from './socket.js';
import type { Watch } from './watch.js';

export interface AppParts {
  settings: SlackSettings;
  reach: Reach;
  port?: number;
  desks: HookParts['desks'];
  clock: Clock;
  log: Log;
  watch?: Watch;
  /** Told how long Slack waited for each acknowledgement. */
  onAcknowledged?: OnAcknowledged;
}

export function receiverFor(parts: AppParts, isTaking: () => boolean): TwoLines | SignedHttp {
  const { settings, reach, port, log, watch } = parts;
  const hooks = hookRoutes(parts);
  return settings.mode === 'socket'
    ? new TwoLines({ appToken: settings.appToken, apiUrl: reach.apiUrl, port, isTaking, watch, hooks, log })
    : new SignedHttp({
        signingSecret: settings.signingSecret,
        port: port ?? 0,
        isHealthy: isTaking,
        watch,
        hooks,
        log,
      });
}

/** Bolt, with all its routes. Who the bot is, `reachSlack` has asked; Bolt needn't ask again. */
export async function openApp(
  { settings, reach, log, onAcknowledged }: Pick<AppParts, 'settings' | 'reach' | 'log' | 'onAcknowledged'>,
  reception: Reception,
  receiver: TwoLines | SignedHttp,
): Promise<OfficeApp> {
  const { userId, botId, teamId } = reach.bot;
  const app = new OfficeApp(
    {
      authorize: async () => ({
        botToken: settings.botToken,
        botUserId: userId,
        ...(botId && { botId }),
        ...(teamId && { teamId }),
      }),
      receiver,
      clientOptions: clientOptions(reach.apiUrl, log),
      logger: boltLogger(log),
      deferInitialization: true,
      convoStore: false,
      // The router decides by the event: that the bot itself joined a channel is news.
      ignoreSelf: false,
    },
    reception.drain,
    onAcknowledged,
  );
  openRoutes(app, reception);
  await app.init();
  return app;
}
