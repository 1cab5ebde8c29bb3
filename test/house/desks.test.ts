import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { desks } from '../../src/departments/index.js';
import { createOffice } from '../../src/platform/create-office.js';
import type { Desk } from '../../src/platform/doors/doors.js';
import { outboxIn } from '../../src/platform/outbox/write.js';
import { systemClock } from '../../src/platform/time.js';
import { languages } from '../../src/platform/words/words.js';
import { manifestProblems } from '../../src/slack/doors/manifest.js';
import { openDoors } from '../../src/slack/doors/open-doors.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { testKeys } from '../support/keys.js';

let database: TestDatabase;
let open: Desk[];
beforeAll(async () => {
  database = await testDatabase();
  const office = createOffice({
    database,
    clock: systemClock,
    workspace: {
      permalink: async () => null,
      thread: async () => [],
      channel: async () => null,
      file: async () => null,
      discardFile: async () => false,
      presence: async () => new Map(),
      botUserId: () => 'UBOT',
    },
    outbox: outboxIn,
    keys: testKeys,
    afterCommit: () => undefined,
  });
  open = desks(office);
});
afterAll(() => database.close());

/** Every key of a sentence that a desk's data names. */
const keysNamedBy = (desk: Desk): string[] => [
  desk.title,
  desk.about,
  ...(desk.commands ?? []).flatMap(({ summary, subcommands }) => [
    summary,
    ...subcommands.filter(({ words }) => !words).map(({ usage }) => usage),
  ]),
  ...(desk.hubCommands ?? []).map(({ usage }) => usage),
  ...(desk.offers ?? []).flatMap(({ label, description }) => [label, description]),
  ...(desk.setup?.channels ?? []).flatMap(({ label, hint }) => [label, hint]),
  ...(desk.setup?.roles ?? []).flatMap(({ label, hint }) => [label, hint]),
  ...(desk.setup?.more ? [desk.setup.more.label] : []),
];

const idsOf = (desk: Desk): string[] => [
  ...[desk.globalShortcuts, desk.messageShortcuts, desk.forms, desk.closed, desk.actions, desk.searches].flatMap(
    (doors) => Object.keys(doors ?? {}),
  ),
  ...(desk.jobs ?? []).map(({ name }) => name),
];

/** What can be typed: of two subcommands with the same word, one could never be reached. */
const spellingsOf = (desk: Desk): string[] =>
  (desk.commands ?? []).flatMap(({ command, subcommands }) =>
    subcommands.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((word) => `${command} ${folded(word)}`)),
  );
const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) < index);

describe('the desks of the office', () => {
  it('are opened, the hub last', () => {
    expect(open.map(({ name }) => name)).toEqual(expect.arrayContaining(['it.help-desk']));
    expect(open.at(-1)?.name).toBe('office.hub');
  });

  it('match the manifest, door by door', () => {
    expect(manifestProblems(open, parse(readFileSync('manifest.yml', 'utf8')))).toEqual([]);
  });

  it('would not match a manifest without their commands', () => {
    const manifest = parse(readFileSync('manifest.yml', 'utf8'));
    manifest.features.slash_commands = [];
    expect(manifestProblems(open, manifest).join('\n')).toContain('/backoffice');
  });

  it('share no door and no name', () => {
    expect(() => openDoors(open)).not.toThrow();
    expect(repeated(open.map(({ name }) => name))).toEqual([]);
    expect(repeated(open.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name)))).toEqual([]);
    expect(repeated(open.flatMap(spellingsOf))).toEqual([]);
  });

  it('put their own name in front of every id on the wire', () => {
    const foreign = open.flatMap((desk) => idsOf(desk).filter((id) => !id.startsWith(`${desk.name}.`)));
    expect(foreign).toEqual([]);
  });

  it('have a sentence, in both languages, for every key that their data names', () => {
    const sentences = open.flatMap((desk) =>
      languages.flatMap((language) => keysNamedBy(desk).map((key) => desk.words.in(language).plain(key))),
    );
    expect(sentences.filter((sentence) => sentence.trim() === '')).toEqual([]);
    expect(sentences.length).toBeGreaterThan(30);
  });

  it('say only of their own doors that they open a form', () => {
    const unknown = open.flatMap((desk) => {
      const doors = { ...desk.actions, ...desk.globalShortcuts, ...desk.messageShortcuts };
      return (desk.opensForm ?? []).filter((name) => !(name in doors));
    });
    expect(unknown).toEqual([]);
  });

  it('live in the folder of their name', () => {
    for (const { name } of open) {
      const [department = '', desk = ''] = name.split('.');
      expect(readFileSync(`src/departments/${department}/${desk}/README.md`, 'utf8')).toMatch(/^# /);
    }
  });
});
