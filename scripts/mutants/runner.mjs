// Stryker's own runner starts jest anew for every mutant, which here means all modules and a database: three to fifteen seconds.
// This one lets jest's engine, jest-circus, load each test file once and run of it, as often as wanted, the tests that reach the
// mutant. What one mutant spoilt would fail for the next as well, so no failure counts whose test then fails without the mutant too:
// the file is opened again and asked once more.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import * as circus from 'jest-circus';

/** Each open file has a database of its own. */
const MOST_OPEN = 8;

const TEST_TIMEOUT_MS = 15_000;

globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const stryker = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect: jestExpect });

/** What is going on in the file that is being run: set by `runFile`, told by jest-circus. */
let going = null;

circus.addEventHandler((event) => {
  if (!going) return;
  if (event.name === 'test_start' && going.wanted(fullName(event.test))) stryker.currentTestId = going.idOf(event.test);
  if (event.name === 'test_done') {
    stryker.currentTestId = undefined;
    if (event.test.errors.length > 0) going.failed = true;
  }
}, circus.getState());

function fullName(entry) {
  const titles = [];
  for (let at = entry; at && at.name !== 'ROOT_DESCRIBE_BLOCK'; at = at.parent) titles.unshift(at.name);
  return titles.join(' ');
}

function testsOf(block) {
  return block.children.flatMap((child) => (child.type === 'describeBlock' ? testsOf(child) : [child]));
}

class TestFile {
  #state;
  #after = [];
  #begun = false;

  static opened = 0;

  static async open(file) {
    const self = new TestFile();
    self.file = file;
    circus.resetState();
    const state = circus.getState();
    state.testTimeout = TEST_TIMEOUT_MS;
    TestFile.opened += 1;
    await import(`${pathToFileURL(file)}?${TestFile.opened}`);
    const root = state.rootDescribeBlock;
    self.#after = root.hooks.filter((hook) => hook.type === 'afterAll');
    root.hooks = root.hooks.filter((hook) => hook.type !== 'afterAll');
    self.#state = state;
    self.tests = testsOf(root);
    return self;
  }

  idOf = (entry) => `${path.relative(process.cwd(), this.file)} › ${fullName(entry)}`;

  /** Runs those tests until one fails; what came of each that ran. */
  async run(wanted) {
    const { rootDescribeBlock: root } = this.#state;
    circus.setState(this.#state);
    const still = (name) => !going.failed && wanted(name);
    going = { wanted: still, idOf: this.idOf, failed: false };
    for (const one of this.tests) Object.assign(one, { errors: [], status: null, duration: null });
    this.#state.unhandledErrors = [];
    this.#state.testNamePattern = { test: (name) => still(name) };
    try {
      await circus.run();
    } finally {
      going = null;
      stryker.currentTestId = undefined;
    }
    if (!this.#begun) root.hooks = root.hooks.filter((hook) => hook.type !== 'beforeAll');
    this.#begun = true;
    return this.tests
      .filter((one) => one.status === 'done' || one.errors.length > 0)
      .map((one) => ({
        id: this.idOf(one),
        name: fullName(one),
        fileName: this.file,
        timeSpentMs: one.duration ?? 0,
        ...(one.errors.length > 0
          ? { status: TestStatus.Failed, failureMessage: String([one.errors[0]].flat()[0]?.message ?? one.errors[0]) }
          : { status: TestStatus.Success }),
      }));
  }

  async close() {
    if (this.#begun) for (const hook of this.#after) await hook.fn();
  }
}

/** What tests reach counts as theirs, although preparations reach it too: the latter would ask for a process for each mutant. */
function reachedByTests({ static: prepared, perTest } = { static: {}, perTest: {} }) {
  const reached = new Set(Object.values(perTest).flatMap((mutants) => Object.keys(mutants)));
  return { perTest, static: Object.fromEntries(Object.entries(prepared).filter(([id]) => !reached.has(id))) };
}

class CircusRunner {
  static inject = tokens(commonTokens.options);
  #open = new Map();
  #kills = new Map();
  #all = [];

  constructor(options) {
    this.options = options.circus;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    const { folder, tests } = this.options;
    const wanted = new RegExp(tests);
    this.files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && wanted.test(file))
      .map((file) => path.resolve(folder, file))
      .sort();
  }

  async dryRun() {
    const tests = [];
    for (const file of this.files) {
      const opened = await this.#file(file);
      tests.push(...(await opened.run(() => true)));
    }
    this.#all = tests.map(({ id }) => id);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: reachedByTests(stryker.mutantCoverage) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    if (Number(activeMutant.id) % this.options.sample !== 0) {
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    }
    stryker.hitCount = hitLimit ? 0 : undefined;
    stryker.hitLimit = hitLimit;
    let asked = 0;
    for (const [file, ids] of this.#inOrder(testFilter, sandboxFileName)) {
      const { ran, limit } = await this.#ask(file, ids, activeMutant.id);
      asked += ran.length;
      if (limit) return limit;
      const failed = ran.find((one) => one.status === TestStatus.Failed);
      if (!failed) continue;
      for (const key of [failed.id, `${sandboxFileName} ${failed.id}`]) this.#kills.set(key, this.#killsOf(key) + 1);
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed] });
    }
    return { status: MutantRunStatus.Survived, nrOfTests: asked };
  }

  /** What the file says with the mutant, once sure that it isn't what an earlier one left behind. */
  async #ask(file, ids, mutant) {
    const wanted = (opened) => (name) => ids.has(`${path.relative(process.cwd(), opened.file)} › ${name}`);
    for (let attempt = 1; ; attempt++) {
      const opened = await this.#file(file);
      const ran = await this.#with(mutant, () => opened.run(wanted(opened)));
      const limit = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
      const failed = ran.find((one) => one.status === TestStatus.Failed);
      if (!limit && !failed) return { ran };
      const again = failed ? await this.#with(undefined, () => opened.run((name) => name === failed.name)) : [];
      if (again.every((one) => one.status !== TestStatus.Failed)) return { ran, limit };
      await this.#close(file);
      if (attempt === 3) throw new Error(`${failed.id} fails without any mutant: ${again[0].failureMessage}`);
    }
  }

  async #with(mutant, work) {
    stryker.activeMutant = mutant;
    try {
      return await work();
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  /**
   * By file; at most as many tests as are wanted. First those that noticed most of this source's mutants, then of any, then each
   * file's in turn: where rules are tried one by one, hundreds of alike tests would leave no room for the others.
   */
  #inOrder(testFilter, source) {
    const places = new Map();
    const ranked = (testFilter ?? this.#all).map((id) => {
      const file = id.slice(0, id.indexOf(' › '));
      const place = places.get(file) ?? 0;
      places.set(file, place + 1);
      return { id, file, place, here: this.#killsOf(`${source} ${id}`), anywhere: this.#killsOf(id) };
    });
    ranked.sort((a, b) => b.here - a.here || b.anywhere - a.anywhere || a.place - b.place);
    const byFile = new Map();
    for (const { id, file } of ranked.slice(0, this.options.most)) {
      byFile.set(file, (byFile.get(file) ?? new Set()).add(id));
    }
    return [...byFile].map(([file, ids]) => [path.resolve(file), ids]);
  }

  #killsOf(key) {
    return this.#kills.get(key) ?? 0;
  }

  async #file(file) {
    let opened = this.#open.get(file);
    if (!opened) {
      if (this.#open.size >= MOST_OPEN) await this.#close(this.#open.keys().next().value);
      opened = await TestFile.open(file);
    }
    this.#open.delete(file);
    this.#open.set(file, opened);
    return opened;
  }

  async #close(file) {
    const opened = this.#open.get(file);
    this.#open.delete(file);
    await opened?.close().catch(() => undefined);
  }

  async dispose() {
    for (const file of [...this.#open.keys()]) await this.#close(file);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'circus', CircusRunner)];

export const strykerValidationSchema = {
  properties: {
    circus: {
      type: 'object',
      properties: {
        folder: { type: 'string' },
        tests: { type: 'string' },
        most: { type: 'number' },
        sample: { type: 'number' },
      },
    },
  },
};
