import { setTimeout as pause } from 'node:timers/promises';
import { orEachAlone, together } from '../../src/platform/together.js';

/** Serves whom it is asked to when it is told to, and remembers who came with whom. */
function counter(fail: (item: number) => boolean = () => false) {
  const companies: number[][] = [];
  const open: (() => void)[] = [];
  const serve = async (items: readonly number[]) => {
    companies.push([...items]);
    await new Promise<void>((resolve) => open.push(resolve));
    return items.map((item) => (fail(item) ? new Error(`not ${item}`) : item * 10));
  };
  return { companies, serve, finish: () => open.shift()?.() };
}
/** Until everybody who can be served is. */
const settle = () => pause(5);

describe('those who come at about the same time', () => {
  it('are served together once somebody who came before is, and each gets their own', async () => {
    const { companies, serve, finish } = counter();
    const ask = together(serve, { most: 10, atOnce: 1, patienceMs: 10_000 });
    const results = Promise.all([ask(1), settle().then(() => ask(2)), settle().then(() => ask(3))]);
    await settle();
    await settle();
    expect(companies).toEqual([[1]]);
    finish();
    await settle();
    expect(companies).toEqual([[1], [2, 3]]);
    finish();
    expect(await results).toEqual([10, 20, 30]);
  });

  it('are as many as may be, and as many companies at the same time', async () => {
    const { companies, serve, finish } = counter();
    const ask = together(serve, { most: 2, atOnce: 2, patienceMs: 10_000 });
    const results = Promise.all([1, 2, 3, 4, 5, 6].map(ask));
    await settle();
    expect(companies).toEqual([
      [1, 2],
      [3, 4],
    ]);
    finish();
    await settle();
    expect(companies.at(-1)).toEqual([5, 6]);
    finish();
    finish();
    expect(await results).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('are waited for while there are any to be read, where those of one turn are to be together', async () => {
    const { companies, serve, finish } = counter();
    const ask = together(serve, { most: 10, atOnce: 1, patienceMs: 10_000, ofOneTurn: true });
    const inAMoment = async () => {
      for (let moments = 0; moments < 20; moments++) await Promise.resolve();
    };
    const results = Promise.all([ask(1), inAMoment().then(() => ask(2))]);
    await settle();
    expect(companies).toEqual([[1, 2]]);
    finish();
    expect(await results).toEqual([10, 20]);
  });

  it('wait no longer for a company that failed, and its error is only theirs', async () => {
    let failures = 1;
    const ask = together(
      async (items: readonly number[]) => {
        if (failures-- > 0) throw new Error('no database');
        return [...items];
      },
      { most: 10, atOnce: 1, patienceMs: 10_000 },
    );
    const first = ask(1);
    await expect(first).rejects.toThrow('no database');
    expect(await ask(2)).toBe(2);
  });

  it('are not held up by a company that hangs', async () => {
    const { companies, serve, finish } = counter();
    const ask = together(serve, { most: 10, atOnce: 1, patienceMs: 30 });
    const first = ask(1);
    await settle();
    const second = ask(2);
    await settle();
    expect(companies).toEqual([[1]]);
    await pause(60);
    expect(companies).toEqual([[1], [2]]);
    finish();
    finish();
    expect(await Promise.all([first, second])).toEqual([10, 20]);
  });

  it('are told each what is wrong with their own', async () => {
    const { serve, finish } = counter((item) => item === 2);
    const ask = together(serve, { most: 10, atOnce: 1, patienceMs: 10_000 });
    const results = Promise.allSettled([1, 2, 3].map(ask));
    await settle();
    finish();
    expect(await results).toMatchObject([
      { status: 'fulfilled', value: 10 },
      { status: 'rejected', reason: new Error('not 2') },
      { status: 'fulfilled', value: 30 },
    ]);
  });
});

describe('where several fail together', () => {
  it('each is tried alone, and who fails alone too has failed', async () => {
    const tried: number[][] = [];
    const serve = orEachAlone(async (items: readonly number[]) => {
      tried.push([...items]);
      if (items.includes(2)) throw new RangeError('not 2');
      return [...items];
    });
    expect(await serve([1, 2, 3])).toEqual([1, new RangeError('not 2'), 3]);
    expect(tried).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('what is thrown and is no error becomes one', async () => {
    const serve = orEachAlone(() => Promise.reject('a word'));
    const [outcome] = await serve([1]);
    expect(outcome).toEqual(new Error('unknown'));
    expect(outcome).toHaveProperty('cause', 'a word');
  });
});
