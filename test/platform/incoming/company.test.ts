import fc from 'fast-check';
import { Temporal } from '../../../src/platform/time.js';
import { traced, traceparent } from '../../../src/platform/trace/trace.js';
import { AlreadyHandled } from '../../../src/platform/user-error.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { testOffice } from '../../support/office.js';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());
afterEach(() => database.empty());

interface Wish {
  name: string;
  fails?: boolean;
}

/** A desk that writes down what is asked for, tells of it, and counts how often it was called. */
function deskFor() {
  const office = testOffice(database, now);
  const companies: number[] = [];
  const ask = office.together(
    async (tx, asked: readonly { item: Wish; forThem<T>(step: () => Promise<T>): Promise<T> }[]) => {
      companies.push(asked.length);
      const said: string[] = [];
      for (const { item, forThem } of asked) {
        await tx.settings.set(item.name, {}, 'U1');
        await tx.audit.record({ actor: 'U1', action: 'test.ask', object: item.name });
        await forThem(() => tx.outbox.post({ to: 'U1', text: item.name, once: `told/${item.name}` }));
        if (item.fails) throw new RangeError(`no ${item.name}`);
        said.push(`done ${item.name}`);
      }
      return said;
    },
  );
  return { ask, companies };
}

const kept = async () => {
  const { setting, auditEntry, letter, incoming } = database.prisma;
  return {
    settings: (await setting.findMany()).map(({ key }) => key).sort(),
    audit: (await auditEntry.findMany()).map(({ object }) => object).sort(),
    letters: (await letter.findMany()).map(({ once }) => once.slice(5)).sort(),
    requests: (await incoming.findMany()).map(({ key }) => key).sort(),
  };
};

describe('what many ask for at the same moment', () => {
  it('is done in a few transactions, and everybody is answered', async () => {
    const { ask, companies } = deskFor();
    const names = Array.from({ length: 30 }, (_, index) => `wish-${index}`).sort();
    const answers = await Promise.all(names.map((name) => ask({ name }, { incoming: name })));
    expect(answers).toEqual(names.map((name) => `done ${name}`));
    expect(companies.length).toBeLessThan(5);
    expect(await kept()).toEqual({ settings: names, audit: names, letters: names, requests: names });
  });

  it('is told under the request of whoever asked', async () => {
    const { ask } = deskFor();
    const traces = new Map<string, string | null>();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      names.map((name) =>
        traced('request', {}, async () => {
          traces.set(`told/${name}`, traceparent());
          await ask({ name }, { incoming: name });
        }),
      ),
    );
    expect(new Set(traces.values()).size).toBe(names.length);
    const letters = await database.prisma.letter.findMany();
    expect(new Map(letters.map(({ once, trace }) => [once, trace]))).toEqual(traces);
  });

  it('is done once for each request, and of those that fail nothing is kept, whoever they came with', async () => {
    const wish = fc.record({ key: fc.integer({ min: 0, max: 12 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 25 }), async (wishes) => {
        await database.empty();
        const { ask } = deskFor();
        // Whether a request fails is its own affair, however often it is repeated.
        const failing = new Map(wishes.map(({ key, fails }) => [`wish-${key}`, fails]));
        const asked = wishes.map(({ key }) => `wish-${key}`);
        const outcomes = await Promise.allSettled(
          asked.map((name) => ask({ name, fails: failing.get(name) === true }, { incoming: name })),
        );
        for (const [place, outcome] of outcomes.entries()) {
          const name = asked[place] ?? '';
          const reason = outcome.status === 'rejected' ? outcome.reason : undefined;
          if (failing.get(name)) expect(reason).toEqual(new RangeError(`no ${name}`));
          else if (reason) expect(reason).toBeInstanceOf(AlreadyHandled);
        }
        const good = [...failing].flatMap(([name, fails]) => (fails ? [] : [name])).sort();
        const answered = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
        expect(answered.sort()).toEqual(good.map((name) => `done ${name}`));
        expect(await kept()).toEqual({ settings: good, audit: good, letters: good, requests: good });
      }),
      { numRuns: 25 },
    );
  });

  it('was done already where another process has done it', async () => {
    const [here, there] = [deskFor(), deskFor()];
    await there.ask({ name: 'a' }, { incoming: 'a' });
    await expect(here.ask({ name: 'a' }, { incoming: 'a' })).rejects.toBeInstanceOf(AlreadyHandled);
    expect(here.companies).toEqual([]);
  });
});
