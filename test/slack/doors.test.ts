import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Desk } from '../../src/platform/doors/doors.js';
import { checkManifest, manifestProblems } from '../../src/slack/doors/manifest.js';
import { findByElement, openDoors } from '../../src/slack/doors/open-doors.js';
import { officeEvents, scopesOfCalls, scopesOfEvent } from '../../src/slack/doors/scopes.js';
import { deskWith, ithelp } from './support/desk.js';

const nothing = async () => undefined;
const desk = deskWith({
  ...ithelp(),
  globalShortcuts: { 'test.ask': nothing },
  messageShortcuts: { 'test.take': nothing },
  forms: { 'test.form': nothing },
  events: { message: async () => true },
  home: { order: 1, blocks: async () => [] },
});

/** A manifest that matches the desk above. */
function manifest() {
  const events = [...officeEvents, 'message.channels', 'message.im'];
  const scopes = ['commands', ...Object.values(scopesOfCalls).flat(), ...events.flatMap(scopesOfEvent)];
  return {
    features: {
      app_home: { home_tab_enabled: true },
      shortcuts: [
        { callback_id: 'test.ask', type: 'global', name: 'x', description: 'x' },
        { callback_id: 'test.take', type: 'message', name: 'x', description: 'x' },
      ],
      slash_commands: [{ command: '/ithelp', description: 'x' }],
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: { event_subscriptions: { bot_events: events }, interactivity: { is_enabled: true } },
  };
}
type Manifest = ReturnType<typeof manifest>;

describe('the doors', () => {
  it('belong to one desk each, and a quarrel names both', () => {
    const other: Desk = { ...desk, name: 'other' };
    expect(() => openDoors([desk, other])).toThrow('command /ithelp belongs to two desks: test and other');
    const form = deskWith({ name: 'other', forms: { 'test.form': nothing } });
    expect(() => openDoors([desk, form])).toThrow('form test.form belongs to two desks: test and other');
  });

  it('of events are open to several desks, in their order', () => {
    const other = deskWith({ name: 'other', events: { message: async () => false } });
    expect(
      openDoors([desk, other])
        .events.get('message')
        ?.map((held) => held.desk.name),
    ).toEqual(['test', 'other']);
  });

  it('of elements are found by the whole id first', () => {
    const { actions } = openDoors([deskWith({ actions: { 'test.page': nothing, 'test.page:2': nothing } })]);
    expect(findByElement(actions, 'test.page:2')?.name).toBe('test.page:2');
    expect(findByElement(actions, 'test.page:3')?.name).toBe('test.page');
    expect(findByElement(actions, 'test.pages')).toBeUndefined();
  });
});

describe('the manifest', () => {
  it('is in order when it has what the desks have', () => {
    expect(manifestProblems([desk], manifest())).toEqual([]);
    expect(() => checkManifest([desk], manifest())).not.toThrow();
  });

  const without = <Item>(list: Item[], isGone: (item: Item) => boolean) => void list.splice(list.findIndex(isGone), 1);
  it.each([
    [
      'lacks a command',
      ({ features }: Manifest) => without(features.slash_commands, () => true),
      ['test answers /ithelp, which the manifest lacks'],
    ],
    [
      'has a command too many',
      ({ features }: Manifest) => features.slash_commands.push({ command: '/gone', description: '' }),
      ['the manifest has /gone, which no desk answers'],
    ],
    [
      'has a shortcut of the wrong type',
      ({ features }: Manifest) => Object.assign(features.shortcuts[0] ?? {}, { type: 'message' }),
      [
        'test answers the global shortcut test.ask, which the manifest lacks',
        'the manifest has the message shortcut test.ask, which no desk answers',
      ],
    ],
    [
      'subscribes to no messages',
      ({ settings }: Manifest) => void settings.event_subscriptions.bot_events.splice(-2),
      ["test listens for message, to which the manifest doesn't subscribe"],
    ],
    [
      'doesn’t tell the office of new people',
      ({ settings }: Manifest) => without(settings.event_subscriptions.bot_events, (name) => name === 'team_join'),
      ["the office listens for team_join, to which the manifest doesn't subscribe"],
    ],
    [
      'subscribes to what nobody wants',
      ({ settings }: Manifest) => settings.event_subscriptions.bot_events.push('pin_added'),
      ['the manifest subscribes to pin_added, for which nobody listens'],
    ],
    [
      'has interactivity off',
      ({ settings }: Manifest) => Object.assign(settings.interactivity, { is_enabled: false }),
      ['settings.interactivity is off in the manifest, so that no button and no form would work'],
    ],
    [
      'hides App Home',
      ({ features }: Manifest) => Object.assign(features.app_home, { home_tab_enabled: false }),
      ['features.app_home.home_tab_enabled is off in the manifest, so that nobody would see App Home'],
    ],
    [
      'lacks a scope of a call',
      ({ oauth_config }: Manifest) => {
        oauth_config.scopes.bot = oauth_config.scopes.bot.filter((scope) => scope !== 'files:write');
      },
      [
        'the manifest lacks the scope files:write, needed for files.getUploadURLExternal, files.completeUploadExternal, files.delete',
      ],
    ],
  ])('that %s is named so', (_, spoil, problems) => {
    const spoilt = manifest();
    spoil(spoilt);
    expect(manifestProblems([desk], spoilt)).toEqual(problems);
    expect(() => checkManifest([desk], spoilt)).toThrow(problems[0]);
  });

  it('that can’t be read is named so', () => {
    expect(manifestProblems([desk], { features: {} })[0]).toContain('the manifest can’t be read'.replace('’', "'"));
  });

  it('of this office grants every scope that our calls need', () => {
    const problems = manifestProblems([], parse(readFileSync('manifest.yml', 'utf8')));
    expect(problems.filter((problem) => problem.includes('scope'))).toEqual([]);
  });
});
