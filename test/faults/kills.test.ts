import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Temporal } from '../../src/platform/time.js';
import type { Sandbox } from '../../src/sandbox/start.js';
import { testTarget } from '../support/database.js';
import { startProcess } from '../support/process.js';
import { hearers, saidTo, startSlack } from '../support/slack-line.js';
import { tell, times } from './figures.js';

/** Where the power is cut: at each step of an occurrence, of a request, and of a letter. */
const steps = ['occurring', 'occurred', 'deciding', 'committed', 'claimed', 'asking', 'said', 'noting'] as const;
const KILLS = times(steps.length, 1000);
/** Nobody can share the embedded database, so there one hand works at a time. */
const hands = process.env.TEST_DATABASE_URL ? 2 : 1;
const BEGIN = Temporal.Instant.from('2026-11-23T09:00:00Z');

describe('a bot that is killed with -9', () => {
  let slack: Sandbox;
  let drop: () => Promise<void>;
  let settings: object;
  beforeAll(async () => {
    slack = await startSlack();
    const made = await testTarget();
    drop = made.drop;
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-kills-')), 'pglite');
    const { botToken, apiUrl } = slack;
    const database = made.target.kind === 'postgres' ? made.target : { kind: 'pglite', folder };
    settings = { database, apiUrl, botToken };
  });
  afterAll(async () => {
    await slack.close();
    await drop();
  });

  /** One hand, which repeats what its forerunners may not have done. Says what it printed; null: it was killed. */
  async function work(step: string, numbers: number[], minute: number): Promise<string | null> {
    const now = String(BEGIN.add({ minutes: minute }));
    const hand = startProcess('hand', [], { HAND: JSON.stringify({ ...settings, step, numbers, now }) });
    const line = await hand.line();
    await hand.ended;
    return line;
  }

  it(
    `loses nothing and says nothing twice, whichever step it was at: ${KILLS} times`,
    async () => {
      await work('none', [], 0);
      const kills = new Map<string, number>(steps.map((step) => [step, 0]));
      let [number, minute, turn] = [0, 0, 0];
      const killed = () => [...kills.values()].reduce((sum, count) => sum + count, 0);
      const hand = async () => {
        while (killed() < KILLS) {
          const step = steps[turn++ % steps.length] ?? 'said';
          const mine = [number, ...(number > 0 ? [number - 1] : []), ...(number > 1 ? [number - 2] : [])];
          number++;
          minute++;
          if ((await work(step, mine, minute)) === null) kills.set(step, (kills.get(step) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: hands }, hand));
      const all = Array.from({ length: number }, (_, index) => index);
      const outcome = JSON.parse((await work('none', all, minute)) ?? '{}');

      const said = (await Promise.all(hearers.map((person) => saidTo(slack, person)))).flat();
      const count = new Map<string, number>();
      for (const text of said) count.set(text, (count.get(text) ?? 0) + 1);
      const due = Array.from({ length: minute }, (_, index) => `due ${BEGIN.add({ minutes: index + 1 })}`);
      const wanted = [...all.map((one) => `letter ${one}`), ...due];
      const [lost, doubled] = [
        wanted.filter((text) => !count.has(text)),
        [...count].filter(([, many]) => many > 1).map(([text]) => text),
      ];
      tell('killed with -9, at each of 8 steps', killed(), {
        'said once': wanted.length - lost.length - doubled.length,
        lost: lost.length,
        doubled: doubled.length,
        ambiguous: Object.fromEntries(outcome.states).ambiguous ?? 0,
      });
      expect({ lost, doubled, outcome }).toEqual({
        ...{ lost: [], doubled: [] },
        outcome: { states: [['sent', wanted.length]], occurrences: minute },
      });
      expect([...kills].filter(([, many]) => many === 0)).toEqual([]);
    },
    times(240_000, 5_400_000),
  );
});
