import { z } from 'zod';
import type { Desk } from '../../platform/doors/doors.js';
import { type Doors, openDoors } from './open-doors.js';
import { officeEvents, scopesOfCalls, scopesOfEvent, subscriptionsOf } from './scopes.js';

const shortcut = z.object({ callback_id: z.string(), type: z.enum(['global', 'message']) });

/** `manifest.yml`, as far as it has to do with doors. */
const manifestShape = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).prefault({}),
    shortcuts: z.array(shortcut).default([]),
    slash_commands: z.array(z.object({ command: z.string() })).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
    interactivity: z.object({ is_enabled: z.boolean() }).prefault({ is_enabled: false }),
  }),
});
type Manifest = z.output<typeof manifestShape>;

/** Holds all doors against the manifest, which is what Slack knows of us. One sentence for each that doesn't match. */
export function manifestProblems(desks: readonly Desk[], manifest: unknown): string[] {
  const parsed = manifestShape.safeParse(manifest);
  if (!parsed.success) return [`the manifest can't be read: ${z.prettifyError(parsed.error)}`];
  const doors = openDoors(desks);
  return [
    ...commandProblems(doors, parsed.data),
    ...shortcutProblems('global', doors.globalShortcuts, parsed.data),
    ...shortcutProblems('message', doors.messageShortcuts, parsed.data),
    ...eventProblems(doors, parsed.data),
    ...switchProblems(doors, parsed.data),
    ...scopeProblems(doors, parsed.data),
  ];
}

export function checkManifest(desks: readonly Desk[], manifest: unknown): void {
  const problems = manifestProblems(desks, manifest);
  if (problems.length > 0) throw new Error(`manifest.yml and the desks don't match:\n- ${problems.join('\n- ')}`);
}

function commandProblems(doors: Doors, manifest: Manifest): string[] {
  const declared = new Set(manifest.features.slash_commands.map(({ command }) => command));
  return [
    ...[...doors.commands.values()]
      .filter(({ name }) => !declared.has(name))
      .map(({ name, desk }) => `${desk.name} answers ${name}, which the manifest lacks`),
    ...[...declared]
      .filter((name) => !doors.commands.has(name))
      .map((name) => `the manifest has ${name}, which no desk answers`),
  ];
}

function shortcutProblems(
  type: 'global' | 'message',
  held: Doors['globalShortcuts'] | Doors['messageShortcuts'],
  manifest: Manifest,
): string[] {
  const declared = manifest.features.shortcuts.filter((shortcut) => shortcut.type === type);
  const names = new Set(declared.map((shortcut) => shortcut.callback_id));
  return [
    ...[...held.values()]
      .filter(({ name }) => !names.has(name))
      .map(({ name, desk }) => `${desk.name} answers the ${type} shortcut ${name}, which the manifest lacks`),
    ...[...names]
      .filter((name) => !held.has(name))
      .map((name) => `the manifest has the ${type} shortcut ${name}, which no desk answers`),
  ];
}

function eventProblems(doors: Doors, manifest: Manifest): string[] {
  const subscribed = new Set(manifest.settings.event_subscriptions.bot_events);
  const heard = new Set([...officeEvents, ...[...doors.events.keys()].flatMap(subscriptionsOf)]);
  return [
    ...listeners(doors)
      .filter(([event]) => !subscriptionsOf(event).some((name) => subscribed.has(name)))
      .map(([event, who]) => `${who} listens for ${event}, to which the manifest doesn't subscribe`),
    ...[...subscribed]
      .filter((name) => !heard.has(name))
      .map((name) => `the manifest subscribes to ${name}, for which nobody listens`),
  ];
}

const listeners = (doors: Doors): [string, string][] => [
  ...officeEvents.map((event): [string, string] => [event, 'the office']),
  ...[...doors.events.values()].flat().map(({ name, desk }): [string, string] => [name, desk.name]),
];

function switchProblems(doors: Doors, { settings, features }: Manifest): string[] {
  const interactive = [doors.actions, doors.forms, doors.globalShortcuts, doors.messageShortcuts];
  return [
    ...(interactive.some(({ size }) => size > 0) && !settings.interactivity.is_enabled
      ? ['settings.interactivity is off in the manifest, so that no button and no form would work']
      : []),
    ...(doors.sections.length > 0 && !features.app_home.home_tab_enabled
      ? ['features.app_home.home_tab_enabled is off in the manifest, so that nobody would see App Home']
      : []),
  ];
}

function scopeProblems(doors: Doors, manifest: Manifest): string[] {
  const granted = new Set(manifest.oauth_config.scopes.bot);
  const needed = [
    ...(doors.commands.size > 0 ? [['slash commands', 'commands']] : []),
    ...Object.entries(scopesOfCalls).flatMap(([calls, scopes]) => scopes.map((scope) => [calls, scope])),
    ...manifest.settings.event_subscriptions.bot_events.flatMap((event) =>
      scopesOfEvent(event).map((scope) => [`the event ${event}`, scope]),
    ),
  ] as [string, string][];
  return needed
    .filter(([, scope]) => !granted.has(scope))
    .map(([use, scope]) => `the manifest lacks the scope ${scope}, needed for ${use}`);
}
