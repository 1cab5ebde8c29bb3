import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const command = z.object({
  command: z.string(),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});
const shortcut = z.object({
  name: z.string(),
  type: z.enum(['global', 'message']),
  callback_id: z.string(),
  description: z.string().default(''),
});
const shape = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .default({ home_tab_enabled: false, messages_tab_enabled: false, messages_tab_read_only_enabled: false }),
      bot_user: z.object({ display_name: z.string(), always_online: z.boolean().default(false) }),
      shortcuts: z.array(shortcut).default([]),
      slash_commands: z.array(command).default([]),
    })
    .describe('features'),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).default([]) }) }),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).default({ bot_events: [] }),
      interactivity: z.object({ is_enabled: z.boolean() }).default({ is_enabled: false }),
    })
    .default({ event_subscriptions: { bot_events: [] }, interactivity: { is_enabled: false } }),
});

export interface Manifest {
  name: string;
  description: string;
  botName: string;
  homeTab: boolean;
  messagesTab: boolean;
  messagesReadOnly: boolean;
  interactivity: boolean;
  commands: z.infer<typeof command>[];
  shortcuts: z.infer<typeof shortcut>[];
  scopes: Set<string>;
  events: Set<string>;
}

/** What the app asked for when it was installed. */
export function readManifest(path: string): Manifest {
  const read = shape.parse(parse(readFileSync(path, 'utf8')));
  const { app_home, bot_user, shortcuts, slash_commands } = read.features;
  return {
    name: read.display_information.name,
    description: read.display_information.description,
    botName: bot_user.display_name,
    homeTab: app_home.home_tab_enabled,
    messagesTab: app_home.messages_tab_enabled,
    messagesReadOnly: app_home.messages_tab_read_only_enabled,
    interactivity: read.settings.interactivity.is_enabled,
    commands: slash_commands,
    shortcuts,
    scopes: new Set(read.oauth_config.scopes.bot),
    events: new Set(read.settings.event_subscriptions.bot_events),
  };
}
